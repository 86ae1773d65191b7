"""Items told by their figures alone: quantity times price makes the amount, and the amounts make a sum.

Whatever a table looks like, these figures stand near each other, and hardly any others close like this.
"""
