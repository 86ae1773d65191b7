"""When, where and on which terms the goods are delivered and paid."""
