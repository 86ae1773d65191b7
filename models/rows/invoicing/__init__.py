"""Exports of SAP and the weekly invoice lists, with what the desk decided about them."""
