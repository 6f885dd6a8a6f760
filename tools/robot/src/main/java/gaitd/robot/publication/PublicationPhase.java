package gaitd.robot.publication;

/** How far a publication may go. */
public enum PublicationPhase {
    /** Some robots try it. */
    STAGE,
    /** All robots of the group try it. */
    ALL,
    /** Nobody tries it; whoever took it goes back to the policy before. */
    BACK
}
