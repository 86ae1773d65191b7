"""The weekly invoice list: taken in by mail or from a folder, answered once, told to those concerned."""
