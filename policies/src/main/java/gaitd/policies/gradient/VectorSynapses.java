package gaitd.policies.gradient;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.LaneSums;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Conductance synapses with the Vector API, any pattern: sequences are the lanes, gates of many synapses are found at once. */
final class VectorSynapses {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorSynapses() {}

    static void conduct(
            final Kernels<float[]> kernels,
            final SynapseGradient<float[]> c,
            final float[] v,
            final int vAt,
            final float[] num,
            final float[] den,
            final int denAt,
            final int rows) {
        for (int first = 0; first < c.count; first += SynapseGradient.CHUNK) {
            final int end = Math.min(first + SynapseGradient.CHUNK, c.count);
            open(kernels, c, first, end, v, vAt, rows);
            for (int k = first; k < end; k++) {
                final int to = c.to[k] * rows;
                add(c.gates, (k - first) * rows, c.p[2 * c.count + k], den, denAt + to, rows);
                add(c.gates, (k - first) * rows, c.p[3 * c.count + k], num, to, rows);
            }
        }
    }

    private static void open(
            final Kernels<float[]> kernels,
            final SynapseGradient<float[]> c,
            final int first,
            final int end,
            final float[] v,
            final int vAt,
            final int rows) {
        for (int k = first; k < end; k++) {
            final float sigma = c.p[k];
            final float mu = c.p[c.count + k];
            final int from = vAt + c.from[k] * rows;
            final int gate = (k - first) * rows;
            for (int r = 0; r < rows; r += LANES) {
                FloatVector.fromArray(SPECIES, v, from + r).sub(mu).mul(sigma).intoArray(c.gates, gate + r);
            }
        }
        kernels.activate(Activation.SIGMOID, c.gates, 0, (end - first) * rows);
    }

    private static void add(
            final float[] x, final int xAt, final float factor, final float[] y, final int yAt, final int rows) {
        final FloatVector by = FloatVector.broadcast(SPECIES, factor);
        for (int r = 0; r < rows; r += LANES) {
            FloatVector.fromArray(SPECIES, x, xAt + r)
                    .fma(by, FloatVector.fromArray(SPECIES, y, yAt + r))
                    .intoArray(y, yAt + r);
        }
    }

    static void conductBack(
            final Kernels<float[]> kernels,
            final SynapseGradient<float[]> c,
            final float[] v,
            final int vAt,
            final float[] dNum,
            final float[] dDen,
            final float[] dv,
            final int dvAt,
            final int rows,
            final float[] lanes) {
        for (int first = 0; first < c.count; first += SynapseGradient.CHUNK) {
            final int end = Math.min(first + SynapseGradient.CHUNK, c.count);
            open(kernels, c, first, end, v, vAt, rows);
            for (int k = first; k < end; k++) {
                back(c, k, (k - first) * rows, v, vAt, dNum, dDen, dv, dvAt, rows, lanes);
            }
        }
    }

    private static void back(
            final SynapseGradient<float[]> c,
            final int k,
            final int gateAt,
            final float[] v,
            final int vAt,
            final float[] dNum,
            final float[] dDen,
            final float[] dv,
            final int dvAt,
            final int rows,
            final float[] lanes) {
        final float sigma = c.p[k];
        final float mu = c.p[c.count + k];
        final float w = c.p[2 * c.count + k];
        final float drive = c.p[3 * c.count + k];
        final int source = c.from[k] * rows;
        final int target = c.to[k] * rows;
        FloatVector forSigma = FloatVector.zero(SPECIES);
        FloatVector forMu = FloatVector.zero(SPECIES);
        FloatVector forW = FloatVector.zero(SPECIES);
        FloatVector forDrive = FloatVector.zero(SPECIES);
        for (int r = 0; r < rows; r += LANES) {
            final FloatVector over =
                    FloatVector.fromArray(SPECIES, v, vAt + source + r).sub(mu);
            final FloatVector gate = FloatVector.fromArray(SPECIES, c.gates, gateAt + r);
            final FloatVector byDen = FloatVector.fromArray(SPECIES, dDen, target + r);
            final FloatVector byNum = FloatVector.fromArray(SPECIES, dNum, target + r);
            final FloatVector open = gate.sub(gate.mul(gate));
            final FloatVector dz = byDen.mul(w).add(byNum.mul(drive)).mul(open);
            forSigma = dz.fma(over, forSigma);
            forMu = dz.add(forMu);
            forW = gate.fma(byDen, forW);
            forDrive = gate.fma(byNum, forDrive);
            dz.mul(sigma)
                    .add(FloatVector.fromArray(SPECIES, dv, dvAt + source + r))
                    .intoArray(dv, dvAt + source + r);
        }
        forSigma.intoArray(lanes, 0);
        forMu.intoArray(lanes, LANES);
        forW.intoArray(lanes, 2 * LANES);
        forDrive.intoArray(lanes, 3 * LANES);
        c.sums[k] += LaneSums.sum(lanes, 0);
        c.sums[c.count + k] += LaneSums.sum(lanes, LANES);
        c.sums[2 * c.count + k] += LaneSums.sum(lanes, 2 * LANES);
        c.sums[3 * c.count + k] += LaneSums.sum(lanes, 3 * LANES);
    }
}
