package gaitd.runtime.safety;

import gaitd.hal.Sensed;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/**
 * Judges what the sensors say: against what they can measure, against what they said before, and against each other.
 *
 * <p>They are judged with every new state, whatever the robot does; faults are latched while it is not passive, so that a
 * person may handle a passive robot. Called by the control thread once a tick, after the estimate; allocates nothing.
 */
public final class SensorGuards {
    /** Faults that may be those of the orientation. */
    private static final long OF_ORIENTATION = Fault.IMU_RANGE.bit()
            | Fault.IMU_QUATERNION.bit()
            | Fault.IMU_FROZEN.bit()
            | Fault.IMU_GYRO.bit()
            | Fault.IMU_GRAVITY.bit();

    private final Sensed sensed;
    private final ImuGuard imu = new ImuGuard();
    private final JointSensorGuard joints = new JointSensorGuard();
    private final FootSensorGuard feet = new FootSensorGuard();
    private final TemperatureSensorGuard temperatures = new TemperatureSensorGuard();

    /**
     * Guards that have seen nothing.
     *
     * @param sensed the newest state that passed the filter, not modified
     */
    public SensorGuards(final Sensed sensed) {
        this.sensed = sensed;
    }

    /**
     * Whether the orientation is not to be believed: a fault of it is latched, or the newest state shows the beginning of one.
     *
     * @param latch after {@link #update}
     * @return whether it is doubted
     */
    public boolean doubtOrientation(final FaultLatch latch) {
        final boolean unexplained = imu.isTurnUnexplained() && (latch.offBits() & Fault.IMU_GYRO.bit()) == 0;
        return unexplained || (latch.bits() & OF_ORIENTATION) != 0;
    }

    /** Forgets all states, as constructed. */
    public void reset() {
        imu.reset();
        joints.reset();
        feet.reset();
        temperatures.reset();
    }

    /**
     * One tick.
     *
     * @param filter says whether the state is new, and how much newer than the one before
     * @param estimate made from it, not modified
     * @param mode what the robot did in the last tick
     * @param latch where faults go
     */
    public void update(final StateFilter filter, final BodyEstimate estimate, final Mode mode, final FaultLatch latch) {
        if (filter.isFresh() && sensed.isFinite()) {
            imu.judge(sensed, filter.stepS());
            joints.judge(sensed, filter.stepS(), filter.longestStepS());
            feet.judge(sensed, estimate, mode, filter.stepS());
            temperatures.judge(sensed);
        }
        if (mode != Mode.PASSIVE) {
            imu.tell(mode, latch);
            joints.tell(mode, latch);
            feet.tell(latch);
            temperatures.tell(latch);
        }
    }
}
