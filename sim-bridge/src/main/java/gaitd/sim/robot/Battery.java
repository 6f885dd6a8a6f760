package gaitd.sim.robot;

import gaitd.hal.A1;

/**
 * The battery's voltage as a share of full: less by charge, and by the power drawn through its resistance.
 *
 * <p>v = (c + sqrt(c^2 - 4 k P)) / 2 solves v = c - k P / v, with c the charge and k the sag. P is the joints' mechanical power
 * with what braking gives back, and the copper loss of {@link MotorHeat}. A 10 ms lag stands for the capacitors. A motor's
 * torque toward higher speed fades to 0 at a speed proportional to v. Assumed, not measured. Allocates nothing after
 * construction.
 */
final class Battery {
    private static final double LAG_S = 0.01;

    private double share = 1;

    void reset(final Wear wear) {
        share = wear.batteryCharge;
    }

    void update(final Wear wear, final double[] torqueNm, final double[] speedRadS, final double dtS) {
        if (wear.batterySagPerW == 0) {
            return;
        }
        double powerW = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            powerW += torqueNm[j] * speedRadS[j] + MotorHeat.LOSS_W_N2M2 * torqueNm[j] * torqueNm[j];
        }
        final double charge = wear.batteryCharge;
        final double root = Math.max(0, charge * charge - 4 * wear.batterySagPerW * Math.max(0, powerW));
        final double settled = (charge + Math.sqrt(root)) / 2;
        share += Math.min(1, dtS / LAG_S) * (settled - share);
    }

    /** Voltage now, times full. */
    double share() {
        return share;
    }
}
