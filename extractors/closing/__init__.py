"""What is asked last, once a whole paper is read: what opens values that their own rules found sure.

`last_doubts` asks all of it; rows that are not ordered (`own_states`, `unordered_items`) are asked
beside the lines.
"""
