"""Marks: what cells say that hold nothing but yes or no."""

YES = frozenset(("x", "yes", "y", "true", "1", "ja", "j", "是", "有", "含", "√", "✓"))
NO = frozenset(("", "no", "n", "false", "0", "nein", "否", "无", "不含"))
