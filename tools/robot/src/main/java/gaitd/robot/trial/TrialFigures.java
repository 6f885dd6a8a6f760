package gaitd.robot.trial;

/**
 * Figures of one walk of a trial. Means are NaN for a walk that ended before it had settled.
 *
 * @param tiltDeg greatest lean, degrees
 * @param vx mean forward velocity of the settled walk, m/s
 * @param vy mean velocity to the left, m/s
 * @param yawRate mean turning to the left, rad/s
 * @param powerW mean of the sum of |torque x speed| over the joints, W
 * @param torqueNm greatest measured torque of a joint, N m
 * @param torqueLimited share of the ticks with the policy in which the governor limited a torque, 0 to 1
 * @param rateLimited the same of a target that moved too fast
 * @param rangeLimited the same of a target beyond its joint's range
 * @param speedRadS greatest measured speed of a joint, rad/s
 * @param marginRad least distance of a joint from the ends of its range, below 0 beyond them, rad
 * @param stepRad greatest change of a joint's target from tick to tick, rad
 * @param settlesC temperature that the hottest motor would settle at, if the walk went on, degrees C
 */
record TrialFigures(
        double tiltDeg,
        double vx,
        double vy,
        double yawRate,
        double powerW,
        double torqueNm,
        double torqueLimited,
        double rateLimited,
        double rangeLimited,
        double speedRadS,
        double marginRad,
        double stepRad,
        double settlesC) {}
