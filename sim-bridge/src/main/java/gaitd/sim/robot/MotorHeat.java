package gaitd.sim.robot;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * Winding temperatures: heated by the square of the torque, cooled towards ambient.
 *
 * <p>C dT/dt = r tau^2 - (T - ambient) / R. C is that of 0.6 kg (the motor's weight) at 450 J/(kg K), between iron and
 * copper. r assumes 240 W of copper loss at the limit of 33.5 N m, and R assumes 1.5 K/W from the housing to still air:
 * standing at 8 N m settles about 20 K above ambient, and the limit held for 80 s reaches 90 degrees. Assumed, not measured.
 * Allocates nothing after construction.
 */
public final class MotorHeat {
    /** Temperature of the air, and of everything at the start, degrees Celsius. */
    static final double AMBIENT_C = 25;

    /** Copper loss by squared torque, W/(N m)^2. */
    static final double LOSS_W_N2M2 = 240 / (A1.TORQUE_MAX_NM * A1.TORQUE_MAX_NM);

    private static final double CAPACITY_J_K = 270;
    private static final double RESISTANCE_K_W = 1.5;

    private final double[] temperatureC = new double[A1.JOINTS];

    MotorHeat() {
        reset();
    }

    void reset() {
        Arrays.fill(temperatureC, AMBIENT_C);
    }

    void update(final double[] torqueNm, final double dtS) {
        for (int j = 0; j < A1.JOINTS; j++) {
            final double lossW = LOSS_W_N2M2 * torqueNm[j] * torqueNm[j];
            final double cooledW = (temperatureC[j] - AMBIENT_C) / RESISTANCE_K_W;
            temperatureC[j] += dtS * (lossW - cooledW) / CAPACITY_J_K;
        }
    }

    /**
     * Where a motor's temperature settles when its load goes on for ever.
     *
     * @param meanSquareNm2 mean of the squared torque, (N m)^2
     * @return degrees Celsius
     */
    public static double settlesC(final double meanSquareNm2) {
        return AMBIENT_C + RESISTANCE_K_W * LOSS_W_N2M2 * meanSquareNm2;
    }

    double temperatureC(final int joint) {
        return temperatureC[joint];
    }
}
