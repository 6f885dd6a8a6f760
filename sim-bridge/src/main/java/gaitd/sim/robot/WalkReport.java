package gaitd.sim.robot;

/**
 * How well the robot walked, by ground truth; directions are those of the trunk's heading unless a field says otherwise.
 *
 * @param timeS simulated time measured, s
 * @param forwardM way along the heading at the start, m
 * @param driftM way to the left of the heading at the start, negative to the right, m
 * @param pathM length of the trunk's horizontal path, m
 * @param meanForwardMS mean forward velocity, m/s
 * @param meanLeftMS mean velocity to the left, m/s
 * @param meanYawRadS mean rate of turn about the vertical, left positive, rad/s
 * @param velocityMaeMS time mean of the length of the horizontal velocity error, in-stride motion included, m/s
 * @param yawMaeRadS time mean of the size of the yaw rate's error, rad/s
 * @param tiltMaxRad greatest angle between trunk z and the vertical, rad
 * @param meanPowerW mean of the sum of |torque speed| over the joints, W
 * @param costOfTransport energy / (m g path), with the mass of {@link gaitd.hal.A1#MASS_KG}; infinite without any way
 * @param falls falls so far
 */
public record WalkReport(
        double timeS,
        double forwardM,
        double driftM,
        double pathM,
        double meanForwardMS,
        double meanLeftMS,
        double meanYawRadS,
        double velocityMaeMS,
        double yawMaeRadS,
        double tiltMaxRad,
        double meanPowerW,
        double costOfTransport,
        int falls) {}
