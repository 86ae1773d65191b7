"""What a printed text means: dates, numbers, money, periods, units and the like."""
