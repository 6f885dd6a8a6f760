package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import java.util.Arrays;

/**
 * Judges the temperature sensors: values that electronics do not survive, and jumps that no motor's mass allows. Called once a
 * tick; allocates nothing.
 */
final class TemperatureSensorGuard {
    private static final int LEAST_C = -40;
    private static final int GREATEST_C = 125;
    private static final int JUMP_C = 15;

    private final int[] before = new int[A1.JOINTS];
    private final boolean[] wrong = new boolean[A1.JOINTS];
    private boolean begun;

    void reset() {
        begun = false;
        Arrays.fill(wrong, false);
    }

    void judge(final Sensed sensed) {
        for (int i = 0; i < A1.JOINTS; i++) {
            final int now = sensed.motorTemperatureC[i];
            wrong[i] = now < LEAST_C || now > GREATEST_C || (begun && Math.abs(now - before[i]) > JUMP_C);
            before[i] = now;
        }
        begun = true;
    }

    void tell(final FaultLatch latch) {
        for (int i = 0; i < A1.JOINTS; i++) {
            if (wrong[i]) {
                latch.trip(Fault.TEMPERATURE_SENSOR, i, before[i]);
            }
        }
    }
}
