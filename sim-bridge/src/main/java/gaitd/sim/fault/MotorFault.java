package gaitd.sim.fault;

import gaitd.hal.A1;
import gaitd.hal.MotorMode;
import gaitd.policies.learn.RandomStream;

/** A fault of motors: changes what drives give while it is in force. Called once a physics step. Allocates nothing. */
final class MotorFault {
    private static final double HOLD_KP_NM_RAD = 1000;
    private static final double HOLD_KD_NM_S_RAD = 20;

    private final InjectedFault fault;
    private final RandomStream random = new RandomStream(0);
    private final double[] heldRad = new double[A1.JOINTS];
    private boolean holding;

    MotorFault(final InjectedFault fault) {
        this.fault = fault;
    }

    InjectedFault fault() {
        return fault;
    }

    void begin(final long seed) {
        random.reseed(RandomStream.seed(seed, fault.name().hashCode()));
        holding = false;
    }

    void apply(final double timeS, final double[] q, final double[] dq, final DriveOutputs drives) {
        if (!fault.isActive(timeS)) {
            holding = false;
            return;
        }
        if (!holding) {
            System.arraycopy(q, 0, heldRad, 0, A1.JOINTS);
            holding = true;
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            if ((fault.bits() >> j & 1) != 0 && fault.isOff(timeS)) {
                joint(j, q[j], dq[j], drives);
            }
        }
    }

    private void joint(final int j, final double q, final double dq, final DriveOutputs drives) {
        final double total = drives.torqueNm[j] - drives.dampingNmSRad[j] * dq;
        final double argument = fault.argument();
        switch (fault.type()) {
            case OFF, INTERMITTENT -> {
                drives.set(j, 0, 0);
                drives.mode[j] = MotorMode.DAMPING;
            }
            case STUCK ->
                drives.set(
                        j,
                        Math.clamp(HOLD_KP_NM_RAD * (heldRad[j] - q), -A1.TORQUE_MAX_NM, A1.TORQUE_MAX_NM),
                        HOLD_KD_NM_S_RAD);
            case GARBAGE -> drives.set(j, argument * (2 * random.nextDouble() - 1), 0);
            case OFFSET -> drives.set(j, drives.torqueNm[j] + argument, drives.dampingNmSRad[j]);
            case SIGN -> drives.set(j, -total, 0);
            case SCALE -> drives.set(j, argument * drives.torqueNm[j], argument * drives.dampingNmSRad[j]);
            case SATURATED -> {
                if (Math.abs(total) > argument) {
                    drives.set(j, Math.copySign(argument, total), 0);
                }
            }
            case RUNAWAY -> drives.set(j, argument, 0);
            default -> throw new IllegalStateException(fault.name());
        }
    }
}
