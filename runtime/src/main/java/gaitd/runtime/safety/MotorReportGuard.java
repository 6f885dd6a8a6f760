package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import java.util.Arrays;

/**
 * What motors on buses of their own tell of themselves: one that does not answer any more, and one that reports a fault. An error has to
 * be there in some states in a row, a silence was judged by the bus already. Called once a tick; allocates nothing.
 */
final class MotorReportGuard {
    private static final int ERROR_STATES = 3;

    private final int[] errors = new int[A1.JOINTS];
    private long lastSequence;

    void reset() {
        Arrays.fill(errors, 0);
        lastSequence = 0;
    }

    void update(final Sensed sensed, final FaultLatch latch) {
        final boolean fresh = sensed.sequence != lastSequence;
        lastSequence = sensed.sequence;
        for (int i = 0; i < A1.JOINTS; i++) {
            if (sensed.motorMode[i] == MotorMode.SILENT) {
                latch.trip(Fault.MOTOR_SILENT, i, sensed.motorTemperatureC[i]);
            }
            if (fresh) {
                errors[i] = sensed.motorError[i] == 0 ? 0 : errors[i] + 1;
            }
            if (errors[i] >= ERROR_STATES) {
                latch.trip(Fault.MOTOR_ERROR, i, sensed.motorError[i]);
            }
        }
    }
}
