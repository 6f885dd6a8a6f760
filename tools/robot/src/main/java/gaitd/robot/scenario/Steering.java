package gaitd.robot.scenario;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/** The velocity a person steers by keys, starting from the plan's. Used by one thread. */
final class Steering {
    private static final double STEP_M_S = 0.1;
    private static final double STEP_RAD_S = 0.2;

    private final double vxMax;
    private final double yawMax;
    private double vx;
    private double vy;
    private double yawRate;

    Steering(final RunPlan plan, final Config config) {
        vxMax = config.get(Setting.VX_MAX);
        yawMax = config.get(Setting.YAW_MAX);
        vx = plan.vx();
        vy = plan.vy();
        yawRate = plan.yawRate();
    }

    void press(final Key key) {
        switch (key) {
            case FASTER -> vx = moved(vx, STEP_M_S, vxMax);
            case SLOWER -> vx = moved(vx, -STEP_M_S, vxMax);
            case LEFT -> yawRate = moved(yawRate, STEP_RAD_S, yawMax);
            case RIGHT -> yawRate = moved(yawRate, -STEP_RAD_S, yawMax);
            case STOP -> halt();
            case SIT_OR_STAND, NEXT_POLICY, CLEAR_FAULT, QUIT -> {
                // no steering
            }
        }
    }

    /** Sets all velocities to zero, those of the plan too. */
    void halt() {
        vx = 0;
        vy = 0;
        yawRate = 0;
    }

    /** Sums of steps are rounded, so that as many steps back end at exactly 0. */
    private static double moved(final double value, final double step, final double max) {
        return Math.clamp(Math.rint((value + step) * 1000) / 1000, -max, max);
    }

    double vx() {
        return vx;
    }

    double vy() {
        return vy;
    }

    double yawRate() {
        return yawRate;
    }
}
