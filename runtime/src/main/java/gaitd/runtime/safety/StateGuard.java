package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;

/**
 * Checks each reading: age, finite numbers, tilt, joint range, speed, torque, power, and what the other guards of this package watch.
 *
 * <p>Nothing is checked before the first state, because nothing is enabled. Tilt, range and speed are not checked in a passive robot,
 * which a person may carry; once latched they are checked until they are cleared, so that they cannot be cleared while their cause
 * persists. Called once a tick; allocates nothing.
 */
final class StateGuard {
    private final long staleNs;
    private final double tiltMaxRad;
    private final double marginRad;
    private final double speedMax;
    private final double torqueMax;
    private final double powerMax;
    private final TemperatureGuard temperature;
    private final MotorReportGuard reports = new MotorReportGuard();
    private final DownGuard down;
    private final FollowingGuard following;
    private final int overloadTicks;
    private final int[] torqueCount = new int[A1.JOINTS];
    private int powerCount;

    StateGuard(final Config config) {
        staleNs = (long) (config.get(Setting.STALE_MS) * 1e6);
        tiltMaxRad = Math.toRadians(config.get(Setting.TILT_MAX_DEG));
        marginRad = config.get(Setting.POSITION_MARGIN_RAD);
        speedMax = config.get(Setting.SPEED_MAX_RAD_S);
        torqueMax = 1.05 * config.get(Setting.TORQUE_MAX_NM);
        powerMax = config.get(Setting.POWER_MAX_W);
        temperature = new TemperatureGuard(config);
        down = new DownGuard(config);
        following = new FollowingGuard(config);
        overloadTicks = Math.max(1, (int) (config.get(Setting.OVERLOAD_MS) * 1e6 / config.periodNs()));
    }

    void reset() {
        Arrays.fill(torqueCount, 0);
        powerCount = 0;
        temperature.reset();
        reports.reset();
        down.reset();
        following.reset();
    }

    void update(
            final Sensed sensed,
            final BodyEstimate estimate,
            final Mode mode,
            final long nowNs,
            final JointCommands sent,
            final FaultLatch latch) {
        if (sensed.sequence == 0) {
            return;
        }
        final boolean acting = mode != Mode.PASSIVE && mode != Mode.FAULT;
        final long ageNs = nowNs - sensed.receivedAtNs;
        if (ageNs > staleNs) {
            latch.trip(Fault.STATE_STALE, -1, ageNs * 1e-6);
        }
        if (!sensed.isFinite()) {
            latch.trip(Fault.STATE_NOT_FINITE, -1, Double.NaN);
            return;
        }
        if ((acting || latch.has(Fault.TILT)) && !(estimate.tilt <= tiltMaxRad)) {
            latch.trip(Fault.TILT, -1, Math.toDegrees(estimate.tilt));
        }
        if (overlong(estimate.powerW > powerMax)) {
            latch.trip(Fault.POWER, -1, estimate.powerW);
        }
        for (int i = 0; i < A1.JOINTS; i++) {
            joint(i, sensed, acting, latch);
        }
        temperature.update(sensed, latch);
        reports.update(sensed, latch);
        down.update(sensed, estimate, mode, latch);
        following.update(sensed, sent, mode, latch);
    }

    private void joint(final int i, final Sensed sensed, final boolean acting, final FaultLatch latch) {
        final double q = sensed.q[i];
        if ((acting || latch.has(Fault.JOINT_POSITION))
                && !(q >= A1.positionMinRad(i) - marginRad && q <= A1.positionMaxRad(i) + marginRad)) {
            latch.trip(Fault.JOINT_POSITION, i, q);
        }
        if ((acting || latch.has(Fault.JOINT_SPEED)) && !(Math.abs(sensed.dq[i]) <= speedMax)) {
            latch.trip(Fault.JOINT_SPEED, i, sensed.dq[i]);
        }
        torqueCount[i] = Math.abs(sensed.tauEst[i]) > torqueMax ? torqueCount[i] + 1 : Math.max(0, torqueCount[i] - 1);
        if (torqueCount[i] > overloadTicks) {
            latch.trip(Fault.JOINT_TORQUE, i, sensed.tauEst[i]);
        }
    }

    private boolean overlong(final boolean over) {
        powerCount = over ? powerCount + 1 : Math.max(0, powerCount - 1);
        return powerCount > overloadTicks;
    }
}
