"""What a paper is: by its title, by the boxes ticked, by its sentences and by what it holds.

`kinds` decides; `titles` and what stands beside it read a line as a title, `doubtful_titles` and
`said_of_order` find what takes the order back or says that it is none.
"""
