package gaitd.tools.run;

/** The velocity a person steers by keys, starting from the plan's. Used by one thread. */
final class Steering {
    private static final double STEP_M_S = 0.1;
    private static final double STEP_RAD_S = 0.2;

    private final double vy;
    private double vx;
    private double yawRate;

    Steering(final RunPlan plan) {
        vx = plan.vx();
        vy = plan.vy();
        yawRate = plan.yawRate();
    }

    void press(final Key key) {
        switch (key) {
            case FASTER -> vx = moved(vx, STEP_M_S);
            case SLOWER -> vx = moved(vx, -STEP_M_S);
            case LEFT -> yawRate = moved(yawRate, STEP_RAD_S);
            case RIGHT -> yawRate = moved(yawRate, -STEP_RAD_S);
            case SIT_OR_STAND, NEXT_POLICY, CLEAR_FAULT, QUIT -> {
                // no steering
            }
        }
    }

    /** Sums of steps are rounded, so that as many steps back end at exactly 0. */
    private static double moved(final double value, final double step) {
        return Math.clamp(Math.rint((value + step) * 1000) / 1000, -2.0, 2.0);
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
