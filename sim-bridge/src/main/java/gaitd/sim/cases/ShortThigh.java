package gaitd.sim.cases;

import gaitd.sim.engine.RobotModel;

/**
 * A leg that is shorter than the controller believes, at its thigh.
 *
 * @param leg leg index, FR FL RR RL
 * @param byM how much, m
 */
record ShortThigh(int leg, double byM) {
    private static final int CALF_LINK = 3;

    void apply(final RobotModel model) {
        model.offsetM[3 * (3 * leg + CALF_LINK) + 2] += byM;
    }
}
