package gaitd.bench.faults;

import gaitd.runtime.mode.Mode;

/** When nothing had to be done about a fault. */
final class Harmless {
    /** How far from the velocity asked for a robot may walk, m/s. */
    private static final double VELOCITY_ERROR_M_S = 0.15;

    private Harmless() {}

    /** Why nothing had to be done; empty when something had. */
    static String why(final Activity activity, final Mode mode, final TruthWatch truth, final CommandJudge judge) {
        final boolean well = mode == activity.end
                && !truth.fell()
                && !truth.wasDrivenLying()
                && truth.isWithinLimits()
                && judge.beyond() == 0;
        if (!well) {
            return "";
        }
        final String tilt = "goes on: tilt %.0f deg at most".formatted(Math.toDegrees(truth.tiltRad()));
        if (mode != Mode.WALK) {
            return tilt;
        }
        return Math.abs(truth.forwardMS() - TrialOperator.VX_M_S) > VELOCITY_ERROR_M_S
                ? ""
                : "%s, %.2f of %.2f m/s".formatted(tilt, truth.forwardMS(), TrialOperator.VX_M_S);
    }
}
