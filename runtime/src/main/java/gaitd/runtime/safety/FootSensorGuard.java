package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/**
 * Judges the foot sensors of a walking robot against the joint torques. Counts drift and differ from foot to foot, so it
 * only asks whether they rise at all when the leg carries weight. Called once a tick; allocates nothing.
 */
final class FootSensorGuard {
    private final FootCounts[] feet = new FootCounts[A1.LEGS];

    FootSensorGuard() {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            feet[leg] = new FootCounts();
        }
        reset();
    }

    void reset() {
        for (final FootCounts foot : feet) {
            foot.reset();
        }
    }

    /** One new state, so long after the one before. */
    void judge(final Sensed sensed, final BodyEstimate estimate, final Mode mode, final double stepS) {
        for (int leg = 0; leg < A1.LEGS && mode == Mode.WALK; leg++) {
            feet[leg].add(sensed.footForce[leg], estimate.footForceN[leg], stepS);
        }
    }

    /** Tells of a foot by its leg's last joint. */
    void tell(final FaultLatch latch) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (feet[leg].isWrong()) {
                latch.trip(Fault.FOOT_SENSOR, A1.JOINTS_PER_LEG * leg + A1.CALF, feet[leg].rise());
            }
        }
    }
}
