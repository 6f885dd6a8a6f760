package gaitd.sim.task;

/** Terms of a reward, by their names in a task's file (in lower case). All but the fall are per second. */
enum RewardTerm {
    /** exp(-e^2 / width), e the error of the forward velocity, m/s. */
    FORWARD_VELOCITY,
    /** The same of the velocity to the left. */
    LEFT_VELOCITY,
    /** The same of the rate of turn, rad/s. */
    YAW_RATE,
    /** Square of the vertical velocity, m^2/s^2. */
    VERTICAL_VELOCITY_SQUARE,
    /** Squares of roll and pitch rates, rad^2/s^2. */
    ROLL_PITCH_RATE_SQUARE,
    /** Square of the tilt, rad^2. */
    TILT_SQUARE,
    /** Square of the difference of the trunk's height from {@code gait.height_m}, m^2. */
    HEIGHT_SQUARE,
    /** How near feet are to where the rhythm of the task has them, 0 to 1, the mean of all legs. */
    RHYTHM,
    /** Actuator power, W. */
    POWER,
    /** Squares of the torques, N^2 m^2. */
    TORQUE_SQUARE,
    /** Sliding of feet that carry, m/s. */
    SLIP,
    /** Squares of the changes from action to action, actions within -1 to 1. */
    ACTION_CHANGE_SQUARE,
    /** Squares of what actions exceed -1 to 1 by, each counted up to 4. */
    ACTION_EXCESS_SQUARE,
    /** 1 while the episode goes on. */
    ALIVE,
    /** 1 at a fall or a fault, which ends the episode. */
    FALL
}
