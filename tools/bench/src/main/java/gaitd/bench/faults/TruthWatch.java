package gaitd.bench.faults;

import gaitd.hal.A1;
import gaitd.runtime.mode.Mode;
import gaitd.sim.engine.SimState;
import gaitd.sim.measure.FallRule;
import gaitd.sim.measure.WalkSample;

/** What truly becomes of a robot: torques, angles, falls, and whether it is driven while it lies. */
final class TruthWatch {
    /** A robot may be driven this long while it lies, s. */
    static final double DRIVEN_MAX_S = 0.3;

    private static final double STOP_RAD = 0.1;

    private final double periodS;
    private final FallRule falls = new FallRule();
    private double torqueNm;
    private double pastRad = Double.NEGATIVE_INFINITY;
    private double tiltRad;
    private double drivenS;
    private double drivenMostS;
    private double forwardM;
    private double watchedS;
    private int fallsBefore;

    TruthWatch(final double periodS) {
        this.periodS = periodS;
    }

    /** One tick: {@code watched} once the fault is there. */
    void update(
            final SimState truth,
            final WalkSample sample,
            final Mode mode,
            final boolean drives,
            final boolean watched) {
        final boolean carries = mode == Mode.STAND || mode == Mode.WALK;
        falls.update(sample, carries);
        if (!watched) {
            fallsBefore = falls.falls();
            return;
        }
        watchedS += periodS;
        forwardM += sample.forwardMS * periodS;
        tiltRad = Math.max(tiltRad, sample.tiltRad());
        for (int j = 0; j < A1.JOINTS; j++) {
            torqueNm = Math.max(torqueNm, Math.abs(truth.motorTorque[j]));
            pastRad = Math.max(pastRad, Math.max(truth.q[j] - A1.positionMaxRad(j), A1.positionMinRad(j) - truth.q[j]));
        }
        final boolean low = carries && (truth.trunkContact || sample.heightM < FallRule.FALL_HEIGHT_M);
        drivenS = drives && (low || sample.tiltRad() > FallRule.FALL_TILT_RAD) ? drivenS + periodS : 0;
        drivenMostS = Math.max(drivenMostS, drivenS);
    }

    /** How a trunk lies at the end. */
    static String pose(final WalkSample sample) {
        if (sample.tiltRad() > FallRule.FALL_TILT_RAD) {
            return "tipped";
        }
        return sample.heightM < FallRule.UPRIGHT_HEIGHT_M ? "lying" : "upright";
    }

    /** Whether no angle was beyond its range by more than a mechanical stop gives. */
    boolean isWithinLimits() {
        return pastRad <= STOP_RAD;
    }

    boolean fell() {
        return falls.falls() > fallsBefore;
    }

    boolean wasDrivenLying() {
        return drivenMostS > DRIVEN_MAX_S;
    }

    /** Greatest torque of a motor, N m. */
    double torqueNm() {
        return torqueNm;
    }

    /** How far an angle was beyond its range at most; negative when none was, rad. */
    double pastRad() {
        return pastRad;
    }

    /** Greatest tilt, rad. */
    double tiltRad() {
        return tiltRad;
    }

    /** Mean forward velocity, m/s. */
    double forwardMS() {
        return forwardM / watchedS;
    }
}
