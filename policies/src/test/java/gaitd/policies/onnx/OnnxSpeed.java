package gaitd.policies.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.kernel.FloatKernels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The actor 48-512-256-128-12, batch 1, in both forms against onnxruntime on one thread with tensors made once, in turn. Not among the
 * tests that run by themselves: mvn -pl policies -am test -Dtest=OnnxSpeed -Dsurefire.failIfNoSpecifiedTests=false
 */
class OnnxSpeed {
    private static final int INPUTS = 48;
    private static final int OUTPUTS = 12;
    private static final int BLOCKS = 31;
    private static final int WARM_UP_BLOCKS = 30;
    private static final int STEPS = 1000;

    /** What steps in turn. */
    private interface Side {
        void step() throws OrtException;
    }

    @Test
    void printsTheRatios() throws OrtException {
        final byte[] model = ModelWriter.actor(INPUTS, 512, 256, 128, OUTPUTS).model();
        final ImportedNetwork network = Imports.read(model);
        final float[] observation = new float[INPUTS];
        Arrays.fill(observation, 0.3f);
        final float[] vectors = new float[OUTPUTS];
        final float[] plain = new float[OUTPUTS];
        final PolicyCell vectorCell = Networks.FASTEST.create(network.facts(), network.tensors());
        final PolicyCell plainCell = new Networks(FloatKernels.INSTANCE).create(network.facts(), network.tensors());
        final FloatBuffer in = floats(INPUTS).put(0, observation);
        final FloatBuffer out = floats(OUTPUTS);
        final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        try (OrtSession session = environment.createSession(model, options);
                OnnxTensor from = OnnxTensor.createTensor(environment, in, new long[] {1, INPUTS});
                OnnxTensor to = OnnxTensor.createTensor(environment, out, new long[] {1, OUTPUTS})) {
            final Map<String, OnnxTensor> inputs = Map.of("obs", from);
            final Map<String, OnnxTensor> outputs = Map.of("actions", to);
            final double[] ns = medians(
                    () -> vectorCell.step(observation, 1, vectors),
                    () -> plainCell.step(observation, 1, plain),
                    () -> session.run(inputs, outputs).close());
            for (int i = 0; i < OUTPUTS; i++) {
                assertEquals(out.get(i), vectors[i], 1e-5 * Math.max(1, Math.abs(vectors[i])));
                assertEquals(out.get(i), plain[i], 1e-5 * Math.max(1, Math.abs(plain[i])));
            }
            System.out.printf(
                    "onnxruntime %.0f ns; vectors %.0f, ratio %.2f; without vectors %.0f, ratio %.2f%n",
                    ns[2], ns[0], ns[0] / ns[2], ns[1], ns[1] / ns[2]);
        }
    }

    /** Medians of blocks in turn, ns a step. */
    private static double[] medians(final Side... sides) throws OrtException {
        final double[][] blocks = new double[sides.length][BLOCKS];
        for (int block = -WARM_UP_BLOCKS; block < BLOCKS; block++) {
            for (int side = 0; side < sides.length; side++) {
                final long start = System.nanoTime();
                for (int k = 0; k < STEPS; k++) {
                    sides[side].step();
                }
                blocks[side][Math.max(0, block)] = (double) (System.nanoTime() - start) / STEPS;
            }
        }
        return Arrays.stream(blocks)
                .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[BLOCKS / 2])
                .toArray();
    }

    private static FloatBuffer floats(final int length) {
        return ByteBuffer.allocateDirect(length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
