"""The weekly invoice list for people: pages, profiles, notices, the answered workbook."""
