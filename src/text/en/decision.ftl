## A decision and its choices.

decision-choices = Choices
decision-number = { $n } of { $of }
decision-technical = Technical adviser
decision-legal = Legal adviser
decision-political = Political adviser
decision-impossible = Not possible now: { $why }.
decision-next-choose = choose this
decision-next-why-not = why not?
