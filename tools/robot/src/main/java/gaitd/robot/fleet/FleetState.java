package gaitd.robot.fleet;

/** How far a robot is with what was published. */
enum FleetState {
    /** Nothing was published. */
    NONE,
    /** Others try it first. */
    WAITS,
    /** The bundle is fetched. */
    LOADS,
    /** The bundle is checked and kept; the learner tries it when the robot walks. */
    KEPT,
    /** It walks in turn with the policy in force. */
    TRIES,
    /** It was better, and drives. */
    ACCEPTED,
    /** It was broken, did not fit, or was not better. */
    REFUSED,
    /** A guard, a margin or a person took it off. */
    ROLLED_BACK,
    /** It was taken back; what was in force before it, drives. */
    BACK;

    /** Whether it halts a publication. */
    boolean isBad() {
        return this == REFUSED || this == ROLLED_BACK;
    }
}
