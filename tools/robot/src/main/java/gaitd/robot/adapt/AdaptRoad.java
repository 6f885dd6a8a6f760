package gaitd.robot.adapt;

/** Where candidates come from. */
public enum AdaptRoad {
    /** Robots simulated aboard, as the robot is believed to be. */
    BELIEF,
    /** The robot's own steps alone. */
    OWN,
    /** The robot's own last steps, replayed by PPO. */
    REPLAY,
    /** Policies that were published to the fleet: nothing is trained. */
    PUBLISHED
}
