"""What is ordered and on which terms."""

# ruff: noqa: E501 - a row of a table stays a line

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Product:
    """A product: `sizes` with {} for a number, `unit` a key of UNITS, `price` its net range."""

    zh: str
    en: str
    de: str
    fr: str
    sizes: tuple[str, ...]
    unit: str
    price: tuple[int, int]
    small: bool = False


UNITS: dict[str, dict[str, tuple[str, ...]]] = {
    "pc": {"zh": ("件", "个", "只"), "en": ("pcs", "EA", "PC", "pc"), "de": ("Stk", "ST"), "fr": ("PCE", "pcs")},
    "set": {"zh": ("套",), "en": ("set", "SET"), "de": ("Satz",), "fr": ("SET",)},
    "m": {"zh": ("米",), "en": ("m",), "de": ("m",), "fr": ("m",)},
    "kg": {"zh": ("KG", "千克"), "en": ("kg", "KG"), "de": ("kg",), "fr": ("kg",)},
}  # fmt: skip

PRODUCTS = (
    Product("机械密封", "Mechanical seal", "Gleitringdichtung", "Garniture mécanique",
            ("M7N-{} Q1BEGG", "H74-{}/AQ2", "108-{}"), "set", (600, 9000)),
    Product("双端面机械密封", "Double mechanical seal", "Doppeldichtung", "Garniture double",
            ("DF-{} Plan 53B", "DS-{} SiC/C"), "set", (5000, 26000)),
    Product("集装式密封", "Cartridge seal", "Patronendichtung", "Garniture cartouche",
            ("CTX-{}", "CS20-{} SiC/SiC"), "set", (2800, 14000)),
    Product("波纹管密封", "Bellows seal", "Faltenbalgdichtung", "Garniture à soufflet",
            ("MB85-{} Alloy 718",), "set", (4000, 19000)),
    Product("动环", "Rotating face", "Gleitring", "Grain mobile", ("SSiC Ø{}", "WC-Ni Ø{}x12"), "pc", (180, 1500)),
    Product("静环", "Stationary seat", "Gegenring", "Grain fixe", ("Carbon Ø{}", "SiC Ø{}x9"), "pc", (120, 1200)),
    Product("轴套", "Shaft sleeve", "Wellenhülse", "Chemise d'arbre", ("316L Ø{}", "1.4462 Ø{}"), "pc", (240, 2100)),
    Product("泵轴", "Pump shaft", "Pumpenwelle", "Arbre de pompe", ("2Cr13 L={}0",), "pc", (900, 4200)),
    Product("叶轮", "Impeller", "Laufrad", "Roue", ("CF8M Ø{}0", "HT250 Ø{}0"), "pc", (800, 6000)),
    Product("滤芯", "Filter element", "Filterelement", "Élément filtrant", ("10 µm L={}", "RE-{}x20"), "pc", (60, 900)),
    Product("滤袋", "Filter bag", "Filterbeutel", "Poche filtrante", ("PP {} µm #2",), "pc", (12, 90)),
    Product("轴承座", "Bearing housing", "Lagergehäuse", "Corps de palier", ("SNL 5{}",), "pc", (380, 2300)),
    Product("深沟球轴承", "Deep groove ball bearing", "Rillenkugellager", "Roulement à billes",
            ("63{} 2Z/C3",), "pc", (45, 700)),
    Product("膜片联轴器", "Disc coupling", "Lamellenkupplung", "Accouplement", ("JMII-{}",), "set", (1500, 9000)),
    Product("冲洗软管", "Flushing hose", "Spülschlauch", "Flexible de rinçage", ("PTFE DN{}",), "m", (60, 260)),
    Product("石墨盘根", "Graphite packing", "Grafitpackung", "Tresse graphite", ("{}x{}",), "kg", (90, 420)),
    Product("密封维修包", "Seal repair kit", "Reparatursatz", "Kit de réparation", ("RK-{}",), "set", (400, 5200)),
    Product("O型圈", "O-ring", "O-Ring", "Joint torique", ("FKM {}x3.55", "EPDM {}x5.33"), "pc", (2, 60), small=True),
    Product("六角螺栓", "Hex bolt", "Sechskantschraube", "Vis H", ("M12x{} A4-70",), "pc", (1, 9), small=True),
    Product("缠绕垫片", "Spiral wound gasket", "Spiraldichtung", "Joint spiralé",
            ("DN{} PN16 316/FG",), "pc", (20, 240), small=True),
)  # fmt: skip

TERMS = (
    ("款到发货", "100% T/T in advance"),
    ("货到验收合格后60天内付款", "Net 60 days after receipt of invoice"),
    ("月结90天，电汇", "90 days end of month by bank transfer"),
    ("预付30%，发货前付清70%", "30% in advance, 70% before shipment"),
    ("票到30天内付款", "30 days net"),
    ("收到发票后45天内电汇支付", "45 days from date of invoice"),
)

INCOTERMS = ("EXW", "FCA", "CIF", "DAP", "CPT")
FROM_SELLER = frozenset({"EXW", "FCA"})

QUANTITIES = (1, 1, 2, 2, 3, 4, 4, 5, 6, 8, 10, 12, 16, 20, 24, 30)
SMALL_QUANTITIES = (50, 100, 200, 250, 400, 500, 1000, 1200, 2500)
WEIGHTS = tuple(Decimal(each) for each in ("2.5", "4", "7.5", "12.5", "20", "26.5"))
SIZES = (20, 25, 32, 35, 38, 40, 45, 48, 50, 55, 60, 65, 70, 75, 80, 85, 95)
