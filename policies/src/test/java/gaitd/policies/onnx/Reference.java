package gaitd.policies.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.PolicyCell;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The same model by this program and by onnxruntime; states of the model go from its outputs NAME_out to its inputs NAME_in. */
final class Reference {
    private Reference() {}

    /**
     * Feeds both with the same random observations.
     *
     * @return greatest difference of an action, as a share of its size where that is above 1
     */
    static double worst(final byte[] model, final int steps, final long seed) throws OrtException {
        final ImportedNetwork network = Imports.read(model);
        final PolicyCell cell = Networks.FASTEST.create(network.facts(), network.tensors());
        final float[] observation = new float[network.facts().inputs()];
        final float[] action = new float[network.facts().outputs()];
        final Map<String, float[]> states = new HashMap<>();
        final Random random = new Random(seed);
        final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        double worst = 0;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = session(environment, model, options)) {
            for (int k = 0; k < steps; k++) {
                final Map<String, OnnxTensor> inputs = new HashMap<>();
                final List<float[]> rows = new ArrayList<>();
                for (final String name : session.getInputNames()) {
                    final long[] shape = shape(session, name);
                    final int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
                    final boolean state = name.endsWith("_in");
                    final float[] values =
                            state ? states.computeIfAbsent(name, any -> new float[size]) : new float[size];
                    if (!state) {
                        for (int i = 0; i < size; i++) {
                            values[i] = (float) random.nextGaussian();
                        }
                        rows.add(values);
                    }
                    inputs.put(name, OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape));
                }
                int at = 0;
                for (final float[] row : rows) {
                    System.arraycopy(row, 0, observation, at, row.length);
                    at += row.length;
                }
                if (at != observation.length) {
                    throw new AssertionError("%d inputs, expected %d".formatted(observation.length, at));
                }
                try (OrtSession.Result result = session.run(inputs)) {
                    cell.step(observation, 1, action);
                    final float[] expected = floats(result, "actions");
                    for (int i = 0; i < action.length; i++) {
                        final double difference =
                                Math.abs(action[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
                        worst = Double.isNaN(difference) ? Double.NaN : Math.max(worst, difference);
                    }
                    states.replaceAll((name, old) -> floats(result, name.replace("_in", "_out")));
                }
                inputs.values().forEach(OnnxTensor::close);
            }
        }
        return worst;
    }

    private static OrtSession session(
            final OrtEnvironment environment, final byte[] model, final OrtSession.SessionOptions options)
            throws OrtException {
        options.setIntraOpNumThreads(1);
        return environment.createSession(model, options);
    }

    private static long[] shape(final OrtSession session, final String name) throws OrtException {
        final long[] shape = ((TensorInfo) session.getInputInfo().get(name).getInfo())
                .getShape()
                .clone();
        for (int i = 0; i < shape.length; i++) {
            shape[i] = Math.max(shape[i], 1);
        }
        return shape;
    }

    private static float[] floats(final OrtSession.Result result, final String name) {
        final FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        final float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
