package gaitd.runtime.adapt;

/** Why nothing is added to the policy's output, the first that holds. */
public enum ExplorationOff {
    /** No policy adapts. */
    SETTING("no policy adapts"),
    /** Exploration is on. */
    ON("on"),
    /** The robot does not walk, or walks only to come to rest. */
    NOT_WALKING("not walking"),
    /** The policy is not wholly blended in. */
    BLENDING("the policy is being blended"),
    /** A guard has warned or tripped, and nobody has cleared it. */
    GUARD("a guard warned"),
    /** The trunk leans beyond its margin. */
    TILT("the trunk leans"),
    /** A joint torque is beyond its margin. */
    TORQUE("a joint torque is high"),
    /** A motor is beyond its margin. */
    TEMPERATURE("a motor is warm"),
    /** A joint speed is beyond its margin. */
    SPEED("a joint is fast"),
    /** The velocity estimate is worse than its margin. */
    DOUBT("the velocity estimate is in doubt"),
    /** A policy adapts without exploring. */
    NO_DEVIATION("off by setting");

    /** Meaning, for messages. */
    public final String meaning;

    ExplorationOff(final String meaning) {
        this.meaning = meaning;
    }
}
