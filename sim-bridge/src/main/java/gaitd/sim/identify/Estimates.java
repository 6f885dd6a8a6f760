package gaitd.sim.identify;

import gaitd.hal.A1;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Turns solutions of the equations into named quantities with intervals: the jackknife's spread, the equations' own variance, and a
 * floor for what the equations of motion themselves get wrong.
 *
 * <p>Floors were chosen by the errors seen in the cases of the field ({@code bench identify}).
 */
final class Estimates {
    /** Student's two-sided 90 % quantile at seven degrees of freedom. */
    private static final double STUDENT = 1.895;
    /** The normal one. */
    private static final double NORMAL = 1.645;
    /** Below this mass a load has no place, kg. */
    private static final double LEAST_LOAD_KG = 1;

    private static final double LOAD_FLOOR_KG = 0.3;
    private static final double MOMENT_FLOOR_KG_M = 0.1;

    private final double[] all;
    private final double[] variance;
    private final double[][] without;
    private final double sticky;

    /**
     * Estimates.
     *
     * @param all the solution
     * @param variance of the equations alone
     * @param without solutions without each part
     */
    Estimates(final double[] all, final double[] variance, final double[][] without) {
        this.all = all;
        this.variance = variance;
        this.without = without;
        sticky = sticky(all);
    }

    /** Joints that stick are seen to move less, so all else is known worse: by how much. */
    private static double sticky(final double[] all) {
        double mean = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            mean += all[Unknowns.DRY_FRICTION.at(j)] / A1.JOINTS;
        }
        return 1 + Math.max(0, mean - Unknowns.DRY_FRICTION.mean);
    }

    List<Estimate> list(final double lagS, final double periodS) {
        final List<Estimate> found = new ArrayList<>();
        final int load = Unknowns.LOAD.at(0);
        found.add(quantity("payload", "kg", unknowns -> unknowns[load], load, LOAD_FLOOR_KG));
        final double massKg = Math.max(LEAST_LOAD_KG, all[load]);
        final String[] places = {"payload_x", "payload_y"};
        for (int i = 0; i < places.length; i++) {
            final int moment = Unknowns.LOAD_MOMENT.at(i);
            found.add(quantity(
                    places[i],
                    "m",
                    unknowns -> unknowns[moment] / Math.max(LEAST_LOAD_KG, unknowns[load]),
                    -1,
                    MOMENT_FLOOR_KG_M / massKg));
        }
        joints(found, "strength", "-", Unknowns.STRENGTH, 0.03);
        joints(found, "dry_friction", "N m", Unknowns.DRY_FRICTION, 0.07);
        joints(found, "damping", "N m s/rad", Unknowns.DAMPING, 0.02);
        joints(found, "zero", "rad", Unknowns.ZERO, 0.008);
        found.add(new Estimate("delay", "s", lagS, lagS - periodS / 2, lagS + periodS / 2));
        return found;
    }

    private void joints(
            final List<Estimate> found,
            final String name,
            final String unit,
            final Unknowns which,
            final double floor) {
        for (int j = 0; j < A1.JOINTS; j++) {
            final int k = which.at(j);
            found.add(quantity(name + "." + A1.jointName(j), unit, unknowns -> unknowns[k], k, floor));
        }
    }

    private Estimate quantity(
            final String name,
            final String unit,
            final ToDoubleFunction<double[]> of,
            final int own,
            final double floor) {
        double mean = 0;
        for (final double[] part : without) {
            mean += of.applyAsDouble(part) / without.length;
        }
        double squares = 0;
        for (final double[] part : without) {
            squares += (of.applyAsDouble(part) - mean) * (of.applyAsDouble(part) - mean);
        }
        final double spread = Math.sqrt(squares * (without.length - 1) / without.length);
        final double alone = own < 0 ? 0 : Math.sqrt(variance[own]);
        final double half = StrictMath.hypot(NORMAL * StrictMath.hypot(sticky * floor, alone), STUDENT * spread);
        final double value = of.applyAsDouble(all);
        return new Estimate(name, unit, value, value - half, value + half);
    }
}
