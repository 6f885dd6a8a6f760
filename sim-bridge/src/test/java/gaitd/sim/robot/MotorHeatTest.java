package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import org.junit.jupiter.api.Test;

class MotorHeatTest {
    private final MotorHeat heat = new MotorHeat();
    private final double[] torque = new double[A1.JOINTS];

    private void run(final double seconds) {
        for (int i = 0; i < seconds / 0.01; i++) {
            heat.update(torque, 0.01);
        }
    }

    @Test
    void heatsWithTheSquareOfTheTorqueWhateverItsSign() {
        torque[0] = 10;
        torque[1] = -20;
        run(1);
        final double one = heat.temperatureC(0) - MotorHeat.AMBIENT_C;
        final double two = heat.temperatureC(1) - MotorHeat.AMBIENT_C;
        assertTrue(one > 0);
        assertEquals(4, two / one, 1e-6);
        assertEquals(MotorHeat.AMBIENT_C, heat.temperatureC(2));
    }

    @Test
    void coolsTowardsAmbientAndNotBeyond() {
        torque[5] = A1.TORQUE_MAX_NM;
        run(80);
        final double hot = heat.temperatureC(5);
        assertTrue(hot > 85 && hot < 95, "after 80 s at the limit: " + hot);
        torque[5] = 0;
        run(400);
        assertTrue(heat.temperatureC(5) < hot - 30);
        run(8000);
        assertEquals(MotorHeat.AMBIENT_C, heat.temperatureC(5), 0.01);
    }

    @Test
    void settlesWhereLossAndCoolingBalance() {
        torque[3] = 8;
        run(4000);
        assertEquals(45.5, heat.temperatureC(3), 0.5);
    }
}
