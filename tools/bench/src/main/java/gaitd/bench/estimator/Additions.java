package gaitd.bench.estimator;

import gaitd.hal.leg.RobotKind;

/**
 * How a recording is played to the estimator, and what is added to it that a real robot has.
 *
 * @param robot whose legs made it
 * @param trueOrientation whether the orientation is the truth's; else it is made from the IMU alone
 * @param swingTorques whether swinging legs show the torques that real ones do
 * @param footOffsetCounts added to the counts of every foot
 * @param contactDelayS by how much contacts come later than they were recorded
 */
record Additions(
        RobotKind robot, boolean trueOrientation, boolean swingTorques, double footOffsetCounts, double contactDelayS) {
    /** In words, for a table. */
    String text() {
        return (trueOrientation ? "orientation of the truth" : "orientation by the IMU")
                + (swingTorques ? ", torques of real swings" : "")
                + (footOffsetCounts == 0 ? "" : ", foot sensors off by %.0f counts".formatted(footOffsetCounts))
                + (contactDelayS == 0 ? "" : ", contacts %.0f ms later".formatted(1e3 * contactDelayS));
    }
}
