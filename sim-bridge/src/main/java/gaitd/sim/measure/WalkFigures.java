package gaitd.sim.measure;

import java.io.Serializable;

/**
 * What a walk amounts to. Every report takes its figures from here, so that they compare.
 *
 * <p>Counted are control ticks in which the robot walks: mode WALK where the mode is known; where only the wire is, physics
 * steps in which the robot is to carry itself and a foot was off the ground within the last 0.2 s. A walk begins with the first of them. Velocities and rates are in the
 * heading frame: x along the trunk's x projected on the ground, y to the left, turning about the vertical, left positive.
 * NaN where a figure is not known, as means are before the first tick.
 *
 * @param timeS time walked, s
 * @param distanceM length of the path through the positions of the trunk taken once a second, so that sway does not count, m
 * @param forwardM way along the heading at the start, m
 * @param driftM how far the end lies beside the commanded path, at a right angle to it; all of the error when the command led
 *     less than 0.2 m, m
 * @param meanForwardMS mean forward velocity, m/s
 * @param meanLeftMS mean velocity to the left, m/s
 * @param meanYawRadS mean rate of turn, rad/s
 * @param forwardMaeMS mean size of the forward velocity's error against the command in force, of means over 10 ms after the first
 *     second: the sway of a stride counts, m/s
 * @param leftMaeMS the same of the velocity to the left, m/s
 * @param yawMaeRadS the same of the rate of turn, rad/s
 * @param tiltMaxRad greatest angle between the trunk's up and the world's, rad
 * @param tiltRmsRad root of the mean square of that angle, taken every 10 ms, rad
 * @param rollPitchRmsRadS root of the mean of squared roll rate plus squared pitch rate, trunk axes, taken every tick, rad/s
 * @param meanPowerW mean of the sum of |torque x speed| over the joints, braking counted like driving; integrated over physics
 *     steps, or ticks of the motors' own readings where those are all there is, W
 * @param costOfTransport work / (weight x distance), load included where it is known; NaN below 1 m
 * @param slipMS way that feet slid while they carried more than 1 N, summed over the feet, a second of walking, m/s
 * @param falls by {@link FallRule}, counted all the time, not in walking only
 */
public record WalkFigures(
        double timeS,
        double distanceM,
        double forwardM,
        double driftM,
        double meanForwardMS,
        double meanLeftMS,
        double meanYawRadS,
        double forwardMaeMS,
        double leftMaeMS,
        double yawMaeRadS,
        double tiltMaxRad,
        double tiltRmsRad,
        double rollPitchRmsRadS,
        double meanPowerW,
        double costOfTransport,
        double slipMS,
        int falls)
        implements Serializable {}
