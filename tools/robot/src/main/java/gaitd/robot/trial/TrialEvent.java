package gaitd.robot.trial;

/** What happens in a walk of a trial beside the commanded velocity. */
enum TrialEvent {
    /** Nothing. */
    NONE,
    /** A push of 0.5 m/s into a direction that chance decides, every 2 s. */
    PUSHES,
    /** The policy is switched off and on in mid-stride. */
    SWITCHES,
    /** After 3 s the robot is asked to sit down. */
    SITS;

    /** Strength of a push, m/s. */
    static final double PUSH_M_S = 0.5;
    /** Time between pushes, s. */
    static final double PUSH_EVERY_S = 2;
    /** When the robot is asked to sit, s. */
    static final double SITS_AT_S = 3;
}
