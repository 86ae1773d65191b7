"""Made-up orders as data, for the tests: the same order in every format."""

CII = """<?xml version="1.0" encoding="UTF-8"?>
<rsm:SCRDMCCBDACIOMessageStructure
 xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"
 xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:128"
 xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:128">
<rsm:ExchangedDocument><ram:ID>PO-2026-118</ram:ID><ram:TypeCode>220</ram:TypeCode>
<ram:IssueDateTime><udt:DateTimeString format="102">20260305</udt:DateTimeString></ram:IssueDateTime>
</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:IncludedSupplyChainTradeLineItem>
<ram:AssociatedDocumentLineDocument><ram:LineID>10</ram:LineID></ram:AssociatedDocumentLineDocument>
<ram:SpecifiedTradeProduct><ram:SellerAssignedID>10044021</ram:SellerAssignedID>
<ram:BuyerAssignedID>HC-771</ram:BuyerAssignedID><ram:Name>Mechanical seal 45 mm</ram:Name>
<ram:ApplicableProductCharacteristic><ram:Description>Drawing no.</ram:Description>
<ram:Value>SD-4471-B</ram:Value></ram:ApplicableProductCharacteristic></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>1250.00</ram:ChargeAmount>
</ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:RequestedQuantity unitCode="C62">4</ram:RequestedQuantity>
<ram:RequestedDeliverySupplyChainEvent><ram:OccurrenceDateTime>
<udt:DateTimeString format="102">20260520</udt:DateTimeString></ram:OccurrenceDateTime>
</ram:RequestedDeliverySupplyChainEvent></ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>
<ram:LineTotalAmount>5000.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
</ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>
<ram:IncludedSupplyChainTradeLineItem>
<ram:AssociatedDocumentLineDocument><ram:LineID>20</ram:LineID></ram:AssociatedDocumentLineDocument>
<ram:SpecifiedTradeProduct><ram:SellerAssignedID>10044022</ram:SellerAssignedID>
<ram:BuyerAssignedID>HC-772</ram:BuyerAssignedID><ram:Name>Shaft sleeve</ram:Name></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>865.00</ram:ChargeAmount>
<ram:BasisQuantity unitCode="C62">100</ram:BasisQuantity>
</ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:RequestedQuantity unitCode="C62">200</ram:RequestedQuantity>
</ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>
<ram:LineTotalAmount>1730.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
</ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>
<ram:ApplicableHeaderTradeAgreement><ram:BuyerTradeParty><ram:Name>Haven Pumps GmbH</ram:Name>
</ram:BuyerTradeParty>
<ram:ApplicableTradeDeliveryTerms><ram:DeliveryTypeCode>FCA</ram:DeliveryTypeCode>
<ram:RelevantTradeLocation><ram:Name>Tianjin</ram:Name></ram:RelevantTradeLocation>
</ram:ApplicableTradeDeliveryTerms>
<ram:QuotationReferencedDocument><ram:IssuerAssignedID>20031234</ram:IssuerAssignedID>
</ram:QuotationReferencedDocument>
</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery><ram:ShipToTradeParty><ram:Name>Haven Pumps, Works 2</ram:Name>
<ram:PostalTradeAddress><ram:PostcodeCode>28199</ram:PostcodeCode><ram:LineOne>Am Deich 4</ram:LineOne>
<ram:CityName>Bremen</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
</ram:ShipToTradeParty>
</ram:ApplicableHeaderTradeDelivery>
<ram:ApplicableHeaderTradeSettlement><ram:OrderCurrencyCode>EUR</ram:OrderCurrencyCode>
<ram:ApplicableTradeTax><ram:RateApplicablePercent>19.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradePaymentTerms><ram:Description>30 days net</ram:Description>
</ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>6730.00</ram:LineTotalAmount>
<ram:TaxBasisTotalAmount>6730.00</ram:TaxBasisTotalAmount>
<ram:TaxTotalAmount currencyID="EUR">1278.70</ram:TaxTotalAmount>
<ram:GrandTotalAmount>8008.70</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:SCRDMCCBDACIOMessageStructure>
"""

UBL = """<?xml version="1.0" encoding="UTF-8"?>
<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>PO-2026-118</cbc:ID><cbc:IssueDate>2026-03-05</cbc:IssueDate>
<cbc:OrderTypeCode>220</cbc:OrderTypeCode>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:QuotationDocumentReference><cbc:ID>20031234</cbc:ID></cac:QuotationDocumentReference>
<cac:BuyerCustomerParty><cac:Party><cac:PartyName><cbc:Name>Haven Pumps GmbH</cbc:Name></cac:PartyName>
</cac:Party>
</cac:BuyerCustomerParty>
<cac:Delivery><cac:DeliveryLocation><cac:Address><cbc:StreetName>Am Deich 4</cbc:StreetName>
<cbc:CityName>Bremen</cbc:CityName><cbc:PostalZone>28199</cbc:PostalZone></cac:Address></cac:DeliveryLocation>
<cac:RequestedDeliveryPeriod><cbc:StartDate>2026-05-18</cbc:StartDate><cbc:EndDate>2026-05-22</cbc:EndDate>
</cac:RequestedDeliveryPeriod></cac:Delivery>
<cac:DeliveryTerms><cbc:ID>FCA</cbc:ID><cac:DeliveryLocation><cbc:ID>Tianjin</cbc:ID></cac:DeliveryLocation>
</cac:DeliveryTerms>
<cac:PaymentTerms><cbc:Note>30 days net</cbc:Note></cac:PaymentTerms>
<cac:AnticipatedMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">6730.00</cbc:LineExtensionAmount>
<cbc:PayableAmount currencyID="EUR">6730.00</cbc:PayableAmount></cac:AnticipatedMonetaryTotal>
<cac:OrderLine><cac:LineItem><cbc:ID>10</cbc:ID><cbc:Quantity unitCode="C62">4</cbc:Quantity>
<cbc:LineExtensionAmount currencyID="EUR">5000.00</cbc:LineExtensionAmount>
<cac:Price><cbc:PriceAmount currencyID="EUR">1250.00</cbc:PriceAmount></cac:Price>
<cac:Item><cbc:Name>Mechanical seal 45 mm</cbc:Name>
<cac:BuyersItemIdentification><cbc:ID>HC-771</cbc:ID></cac:BuyersItemIdentification>
<cac:SellersItemIdentification><cbc:ID>10044021</cbc:ID></cac:SellersItemIdentification>
<cac:ClassifiedTaxCategory><cbc:Percent>19</cbc:Percent></cac:ClassifiedTaxCategory>
<cac:AdditionalItemProperty><cbc:Name>Drawing number</cbc:Name><cbc:Value>SD-4471-B</cbc:Value>
</cac:AdditionalItemProperty>
</cac:Item></cac:LineItem></cac:OrderLine>
<cac:OrderLine><cac:LineItem><cbc:ID>20</cbc:ID><cbc:Quantity unitCode="C62">200</cbc:Quantity>
<cbc:LineExtensionAmount currencyID="EUR">1730.00</cbc:LineExtensionAmount>
<cac:Price><cbc:PriceAmount currencyID="EUR">865.00</cbc:PriceAmount>
<cbc:BaseQuantity unitCode="C62">100</cbc:BaseQuantity></cac:Price>
<cac:Item><cbc:Name>Shaft sleeve</cbc:Name>
<cac:BuyersItemIdentification><cbc:ID>HC-772</cbc:ID></cac:BuyersItemIdentification>
<cac:SellersItemIdentification><cbc:ID>10044022</cbc:ID></cac:SellersItemIdentification>
<cac:ClassifiedTaxCategory><cbc:Percent>19</cbc:Percent></cac:ClassifiedTaxCategory>
</cac:Item></cac:LineItem></cac:OrderLine></Order>
"""

CXML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.example.invalid/schemas/cXML/1.2.014/cXML.dtd">
<cXML payloadID="1@example.invalid" timestamp="2026-03-05T09:00:00+08:00"><Header/>
<Request><OrderRequest>
<OrderRequestHeader orderID="PO-2026-118" orderDate="2026-03-05T09:00:00+08:00" type="new">
<Total><Money currency="EUR">6730.00</Money></Total>
<ShipTo><Address><Name xml:lang="en">Haven Pumps GmbH</Name><PostalAddress><Street>Am Deich 4</Street>
<City>Bremen</City><PostalCode>28199</PostalCode></PostalAddress></Address></ShipTo>
<BillTo><Address><Name xml:lang="en">Haven Pumps GmbH</Name></Address></BillTo>
<PaymentTerm payInNumberOfDays="30"/>
<Extrinsic name="Quotation number">20031234</Extrinsic>
</OrderRequestHeader>
<ItemOut quantity="4" lineNumber="10" requestedDeliveryDate="2026-05-20">
<ItemID><SupplierPartID>10044021</SupplierPartID><BuyerPartID>HC-771</BuyerPartID></ItemID>
<ItemDetail><UnitPrice><Money currency="EUR">1250.00</Money></UnitPrice>
<Description xml:lang="en">Mechanical seal 45 mm</Description><UnitOfMeasure>EA</UnitOfMeasure>
<Extrinsic name="Drawing No.">SD-4471-B</Extrinsic></ItemDetail></ItemOut>
<ItemOut quantity="200" lineNumber="20">
<ItemID><SupplierPartID>10044022</SupplierPartID><BuyerPartID>HC-772</BuyerPartID></ItemID>
<ItemDetail><UnitPrice><Money currency="EUR">865.00</Money></UnitPrice>
<Description xml:lang="en">Shaft sleeve</Description><UnitOfMeasure>EA</UnitOfMeasure>
<PriceBasisQuantity quantity="100" conversionFactor="1"><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>
</ItemDetail></ItemOut>
</OrderRequest></Request></cXML>
"""

IDOC = """<?xml version="1.0" encoding="UTF-8"?>
<ORDERS05><IDOC BEGIN="1">
<EDI_DC40 SEGMENT="1"><TABNAM>EDI_DC40</TABNAM><IDOCTYP>ORDERS05</IDOCTYP><MESTYP>ORDERS</MESTYP></EDI_DC40>
<E1EDK01 SEGMENT="1"><CURCY>EUR</CURCY><ZTERM>Z030</ZTERM><BELNR>4500099001</BELNR></E1EDK01>
<E1EDK03 SEGMENT="1"><IDDAT>012</IDDAT><DATUM>20260305</DATUM></E1EDK03>
<E1EDK03 SEGMENT="1"><IDDAT>002</IDDAT><DATUM>20260520</DATUM></E1EDK03>
<E1EDKA1 SEGMENT="1"><PARVW>AG</PARVW><PARTN>1000</PARTN><NAME1>Haven Pumps GmbH</NAME1></E1EDKA1>
<E1EDKA1 SEGMENT="1"><PARVW>WE</PARVW><NAME1>Haven Pumps GmbH</NAME1><STRAS>Am Deich 4</STRAS>
<ORT01>Bremen</ORT01></E1EDKA1>
<E1EDK02 SEGMENT="1"><QUALF>001</QUALF><BELNR>4500099001</BELNR><DATUM>20260305</DATUM></E1EDK02>
<E1EDK02 SEGMENT="1"><QUALF>004</QUALF><BELNR>20031234</BELNR></E1EDK02>
<E1EDK17 SEGMENT="1"><QUALF>001</QUALF><LKOND>FCA</LKOND></E1EDK17>
<E1EDK17 SEGMENT="1"><QUALF>002</QUALF><LKTEXT>Tianjin</LKTEXT></E1EDK17>
<E1EDP01 SEGMENT="1"><POSEX>00010</POSEX><ACTION>001</ACTION><MENGE>4.000</MENGE><MENEE>PCE</MENEE>
<PMENE>PCE</PMENE>
<VPREI>1250.00</VPREI><PEINH>1</PEINH><NETWR>5000.00</NETWR>
<E1EDP20 SEGMENT="1"><WMENG>2.000</WMENG><EDATU>20260520</EDATU></E1EDP20>
<E1EDP20 SEGMENT="1"><WMENG>2.000</WMENG><EDATU>20260620</EDATU></E1EDP20>
<E1EDP19 SEGMENT="1"><QUALF>001</QUALF><IDTNR>HC-771</IDTNR><KTEXT>Mechanical seal 45 mm</KTEXT></E1EDP19>
<E1EDP19 SEGMENT="1"><QUALF>002</QUALF><IDTNR>10044021</IDTNR></E1EDP19></E1EDP01>
<E1EDP01 SEGMENT="1"><POSEX>00020</POSEX><ACTION>001</ACTION><MENGE>200.000</MENGE><MENEE>PCE</MENEE>
<PMENE>PCE</PMENE>
<VPREI>865.00</VPREI><PEINH>100</PEINH><NETWR>1730.00</NETWR>
<E1EDP20 SEGMENT="1"><WMENG>200.000</WMENG><EDATU>20260520</EDATU></E1EDP20>
<E1EDP19 SEGMENT="1"><QUALF>001</QUALF><IDTNR>HC-772</IDTNR><KTEXT>Shaft sleeve</KTEXT></E1EDP19>
<E1EDP19 SEGMENT="1"><QUALF>002</QUALF><IDTNR>10044022</IDTNR></E1EDP19></E1EDP01>
<E1EDS01 SEGMENT="1"><SUMID>001</SUMID><SUMME>2</SUMME></E1EDS01>
<E1EDS01 SEGMENT="1"><SUMID>002</SUMID><SUMME>6730.00</SUMME></E1EDS01>
</IDOC></ORDERS05>
"""

EDIFACT = """UNA:+.? '
UNB+UNOC:3+HAVEN+SEAL+260305:0900+1'
UNH+1+ORDERS:D:96A:UN'
BGM+220+PO-2026-118+9'
DTM+137:20260305:102'
FTX+AAB+++30 days net'
RFF+AAG:20031234'
NAD+BY+4000001000005::9++Haven Pumps GmbH'
NAD+DP+4000001000012::9++Haven Pumps GmbH+Am Deich 4+Bremen++28199+DE'
TAX+7+VAT+++:::19'
CUX+2:EUR:9'
TOD+6++FCA'
LOC+1+:::Tianjin'
LIN+10++10044021:SA'
PIA+1+HC-771:BP'
IMD+F++:::Mechanical seal?: 45 mm'
QTY+21:4:PCE'
DTM+2:20260520:102'
MOA+203:5000'
PRI+AAA:1250'
LIN+20++4000001000029:EN'
PIA+5+10044022:SA'
PIA+1+HC-772:IN'
IMD+F++:::Shaft sleeve'
QTY+21:200:PCE'
DTM+2:202621:616'
MOA+203:1730'
PRI+AAA:865:CT::100:PCE'
UNS+S'
MOA+79:6730'
CNT+2:2'
UNT+30+1'
UNZ+1+1'
"""

X12 = (
    "ISA*00*          *00*          *ZZ*HAVEN          *ZZ*SEAL           "
    "*260305*0900*U*00401*000000001*0*P*>~\n"
    "GS*PO*HAVEN*SEAL*20260305*0900*1*X*004010~\n"
    "ST*850*0001~\n"
    "BEG*00*SA*PO-2026-118**20260305~\n"
    "CUR*BY*EUR~\n"
    "REF*Q1*20031234~\n"
    "ITD*01*3*****30~\n"
    "DTM*002*20260520~\n"
    "N1*BY*Haven Pumps GmbH~\n"
    "N1*ST*Haven Pumps GmbH~\n"
    "N3*Am Deich 4~\n"
    "N4*Bremen**28199*DE~\n"
    "PO1*10*4*EA*1250.00**VP*10044021*BP*HC-771*DG*SD-4471-B~\n"
    "PID*F****Mechanical seal 45 mm~\n"
    "PO1*20*200*EA*865.00*HP*VP*10044022*BP*HC-772~\n"
    "PID*F****Shaft sleeve~\n"
    "CTT*2~\n"
    "AMT*TT*6730.00~\n"
    "SE*17*0001~\nGE*1*1~\nIEA*1*000000001~\n"
)
