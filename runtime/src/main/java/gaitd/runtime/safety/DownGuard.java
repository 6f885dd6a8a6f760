package gaitd.runtime.safety;

import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/**
 * Notices a robot that should be on its legs and is not: its trunk is down, it falls through the air, or its feet do not carry it.
 *
 * <p>Height is that of the trunk's origin over its lowest foot, by joint angles and orientation alone, so it needs no belief about
 * contacts. Looks only while the robot stands or walks. Called once a tick by the control thread; allocates nothing.
 */
final class DownGuard {
    private static final double DOWN_S = 0.1;
    private static final double FALLING_S = 0.12;
    private static final double CARRIED_MIN_N = 40;
    private static final double OFF_FEET_S = 0.2;
    private static final double LOADED_N = 5;
    private static final int STANDS_ON = 3;

    private final double heightMinM;
    private final double forceMinM2S2;
    private final double periodS;
    private final int downMax;
    private final int fallingMax;
    private final int offFeetMax;
    private final double airborneMax;
    private int downTicks;
    private int fallingTicks;
    private int offFeetTicks;
    private int airborneTicks;

    DownGuard(final Config config) {
        heightMinM = config.get(Setting.FALLEN_HEIGHT_M);
        final double force = config.get(Setting.FREE_FALL_M_S2);
        forceMinM2S2 = Math.copySign(force * force, force);
        periodS = config.periodNs() * 1e-9;
        downMax = (int) Math.round(DOWN_S / periodS);
        fallingMax = (int) Math.round(FALLING_S / periodS);
        offFeetMax = (int) Math.round(OFF_FEET_S / periodS);
        airborneMax = Math.rint(config.get(Setting.AIRBORNE_S) / periodS);
    }

    void reset() {
        downTicks = 0;
        fallingTicks = 0;
        offFeetTicks = 0;
        airborneTicks = 0;
    }

    void update(final Sensed sensed, final BodyEstimate estimate, final Mode mode, final FaultLatch latch) {
        final boolean onLegs = mode == Mode.STAND || mode == Mode.WALK;
        final double heightM = estimate.legHeightM();
        downTicks = onLegs && !(heightM >= heightMinM) ? downTicks + 1 : 0;
        if (downTicks > downMax) {
            latch.trip(Fault.FALLEN, -1, heightM);
        }
        final double[] a = sensed.accelerometer;
        final double force = a[0] * a[0] + a[1] * a[1] + a[2] * a[2];
        fallingTicks = onLegs && force < forceMinM2S2 && carriesNothing(estimate) ? fallingTicks + 1 : 0;
        if (fallingTicks > fallingMax) {
            latch.trip(Fault.FREE_FALL, -1, Math.sqrt(force));
        }
        airborneTicks = mode == Mode.WALK && !touches(estimate) ? airborneTicks + 1 : 0;
        if (airborneTicks > airborneMax) {
            latch.trip(Fault.AIRBORNE, -1, airborneTicks * periodS);
        }
        offFeet(estimate, mode, latch);
    }

    /** Without an IMU that is believed only the legs tell that the robot tips over. */
    private void offFeet(final BodyEstimate estimate, final Mode mode, final FaultLatch latch) {
        int loaded = 0;
        for (final double forceN : estimate.footForceN) {
            loaded += forceN > LOADED_N ? 1 : 0;
        }
        final boolean onFour = mode == Mode.STAND || mode == Mode.SIT_DOWN;
        final boolean off = onFour ? loaded < STANDS_ON : mode == Mode.WALK && loaded == 0;
        offFeetTicks = off && estimate.orientationDoubted ? offFeetTicks + 1 : 0;
        if (offFeetTicks > offFeetMax) {
            latch.trip(Fault.OFF_FEET, -1, loaded);
        }
    }

    /** Whether the joints feel no weight; a robot that stands while its accelerometer says nothing does not fall. */
    private static boolean carriesNothing(final BodyEstimate estimate) {
        double sumN = 0;
        for (final double forceN : estimate.footForceN) {
            sumN += Math.max(0, forceN);
        }
        return sumN < CARRIED_MIN_N;
    }

    private static boolean touches(final BodyEstimate estimate) {
        for (final boolean contact : estimate.contact) {
            if (contact) {
                return true;
            }
        }
        return false;
    }
}
