package gaitd.policies.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.PolicyCell;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The actor 48-256-128-12, batch 1, against onnxruntime on one thread with tensors made once, in turn. Not among the tests that run by
 * themselves: mvn -pl policies -am test -Dtest=OnnxSpeed -Dsurefire.failIfNoSpecifiedTests=false
 */
class OnnxSpeed {
    private static final int INPUTS = 48;
    private static final int OUTPUTS = 12;
    private static final int BLOCKS = 31;
    private static final int WARM_UP_BLOCKS = 30;
    private static final int STEPS = 3000;

    @Test
    void printsTheRatio() throws OrtException {
        final byte[] model = ModelWriter.actor(INPUTS, 256, 128, OUTPUTS).model();
        final ImportedNetwork network = Imports.read(model);
        final PolicyCell cell = Networks.FASTEST.create(network.facts(), network.tensors());
        final float[] observation = new float[INPUTS];
        Arrays.fill(observation, 0.3f);
        final float[] action = new float[OUTPUTS];
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
            final double[] ours = new double[BLOCKS];
            final double[] theirs = new double[BLOCKS];
            for (int block = -WARM_UP_BLOCKS; block < BLOCKS; block++) {
                final long start = System.nanoTime();
                for (int k = 0; k < STEPS; k++) {
                    cell.step(observation, 1, action);
                }
                final long middle = System.nanoTime();
                for (int k = 0; k < STEPS; k++) {
                    session.run(inputs, outputs).close();
                }
                final long end = System.nanoTime();
                ours[Math.max(0, block)] = (double) (middle - start) / STEPS;
                theirs[Math.max(0, block)] = (double) (end - middle) / STEPS;
            }
            for (int i = 0; i < OUTPUTS; i++) {
                assertEquals(out.get(i), action[i], 1e-5 * Math.max(1, Math.abs(action[i])));
            }
            Arrays.sort(ours);
            Arrays.sort(theirs);
            final double median = ours[BLOCKS / 2];
            final double reference = theirs[BLOCKS / 2];
            System.out.printf("ours %.0f ns, onnxruntime %.0f ns, ratio %.2f%n", median, reference, median / reference);
        }
    }

    private static FloatBuffer floats(final int length) {
        return ByteBuffer.allocateDirect(length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
