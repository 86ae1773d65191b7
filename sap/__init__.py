"""SAP exports in."""
