package gaitd.policies.onnx;

import static gaitd.policies.onnx.ModelWriter.attribute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.kernel.Activation;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxRefusalTest {
    private static final int DAMAGED = Integer.getInteger("gaitd.damaged", 100_000);
    private static final int GRAPHS = 40;
    private static final long SEED = 20_261_121;

    private static String refusal(final byte[] model) {
        final String line =
                assertThrows(BundleException.class, () -> Imports.read(model)).getMessage();
        assertEquals(1, line.lines().count());
        return line;
    }

    private static void refused(final ModelWriter writer, final String reason) {
        final String line = refusal(writer.model());
        assertTrue(line.contains(reason), line);
    }

    /** Observation of 4, weights of 4 to 3. */
    private static ModelWriter start() {
        return new ModelWriter()
                .input("obs", 1, 4)
                .output("actions", 1, 3)
                .random("w", 4, 3)
                .random("b", 3);
    }

    private static ModelWriter lstm(final String inputs, final byte[]... attributes) {
        final ModelWriter writer = new ModelWriter().input("obs", 1, 1, 4);
        for (final String state : new String[] {"h", "c"}) {
            if (inputs.contains("," + state)) {
                writer.input(state, 1, 1, 2);
            }
        }
        return writer.random("w", 1, 8, 4)
                .random("r", 1, 8, 2)
                .random("b", 1, 16)
                .random("zero", 1, 1, 2)
                .wholes("lengths", 2)
                .node("LSTM", inputs, "actions,h_out,c_out", attributes)
                .output("h_out", 1, 1, 2)
                .output("c_out", 1, 1, 2)
                .output("actions", 1, 1, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ConvTranspose", "GroupNormalization", "TopK", "NonZero"})
    void namesNodesThatAreNotSupported(final String type) {
        refused(
                start().node("Gemm", "obs,w,b", "x").node(type, "x", "actions"),
                "node " + type + " '" + type.toLowerCase(java.util.Locale.ROOT) + "_actions' is not supported");
    }

    @Test
    void namesNodesOfOtherDomains() {
        refused(start().nodeOf("com.microsoft", "Gelu", "obs", "actions"), "of domain com.microsoft is not supported");
    }

    @Test
    void asksForTheActionAmongSeveralOutputs() {
        final ModelWriter two = new ModelWriter()
                .input("obs", 1, 4)
                .random("w", 4, 3)
                .node("MatMul", "obs,w", "left")
                .node("Tanh", "left", "right")
                .output("left", 1, 3)
                .output("right", 1, 3);
        refused(two, "the model's outputs are [left, right]: which is the action? --fact output=NAME tells");
        final LayersFacts facts =
                (LayersFacts) OnnxImport.read(two.model(), ExternalData.NONE, Map.of("output", "right"))
                        .facts();
        assertEquals(Activation.TANH, facts.layers().getLast().activation());
        assertTrue(assertThrows(
                        FactsException.class,
                        () -> OnnxImport.read(two.model(), ExternalData.NONE, Map.of("output", "middle")))
                .getMessage()
                .contains("fact output=middle: expected one of [left, right]"));
        assertTrue(assertThrows(
                        FactsException.class,
                        () -> OnnxImport.read(two.model(), ExternalData.NONE, Map.of("units", "3")))
                .getMessage()
                .contains("fact units: an ONNX model contains all facts but output"));
    }

    @Test
    void namesInputsAndOutputsThatDoNotFit() {
        refused(start().node("Gemm", "obs,w,b", "x"), "output 'actions' is not computed");
        refused(
                new ModelWriter().random("w", 4, 3).node("Relu", "w", "actions").output("actions", 4, 3),
                "the output does not depend on an input");
        refused(start().node("Gemm", "x,w,b", "actions"), "reads 'x', which is not computed before");
        refused(start().node("Relu", "obs", "actions"), "the graph has no weights");
        refused(start().node("Identity", "obs", "actions"), "the graph has no weights");
        refused(
                new ModelWriter()
                        .input("obs", 1, -1)
                        .node("Relu", "obs", "actions")
                        .output("actions", 1, -1),
                "the size of input 'obs' is not given in the model");
    }

    @Test
    void namesShapesThatDoNotFit() {
        refused(
                start().random("long", 5).node("Gemm", "obs,w,long", "actions"),
                "the shapes [1, 3] and [5] do not fit");
        refused(start().node("MatMul", "obs,b", "actions"), "node MatMul 'matmul_actions' takes 3 values, there are 4");
        refused(start().node("Gemm", "obs,w,b", "x").node("Gemm", "x,w,b", "actions"), "takes 4 values, there are 3");
        refused(start().wholes("shape", 3, -1).node("Reshape", "obs,shape", "actions"), "divides 4 values by 3");
        refused(start().wholes("shape", 5).node("Reshape", "obs,shape", "actions"), "do not fill the shape [5]");
        refused(start().node("Concat", "obs,b", "actions", attribute("axis", 1L)), "different numbers of dimensions");
        refused(start().wholes("at", 4).node("Gather", "obs,at", "actions", attribute("axis", 1L)), "has the index 4");
        refused(start().node("Squeeze", "obs", "actions", attribute("axes", new long[] {1})), "a dimension of size 4");
        refused(start().node("Split", "obs", ""), "node Split 'split_' has no outputs");
        refused(start().node("Softmax", "obs", "actions", attribute("axis", 2L)), "axis 2 of the shape [1, 4]");
        refused(
                start().node("Gemm", "obs,w,b", "x").node("Cast", "x", "actions", attribute("to", 7L)),
                "makes whole numbers of values that depend on the inputs");
        refused(
                start().constant("none", new float[] {0}, 1)
                        .node("Gemm", "obs,w,b", "x")
                        .node("Div", "x,none", "actions"),
                "becomes a number that is not finite");
    }

    @Test
    void refusesGraphsThatWouldTakeTooMuchMemory() {
        refused(
                start().wholes("shape", 1 << 20, 1 << 20, 4).node("Expand", "obs,shape", "actions"),
                "needs more than 33554432 numbers");
        final ModelWriter doubling = start();
        String at = "obs";
        for (int i = 0; i < 40; i++) {
            doubling.node("Concat", at + "," + at, "x" + i, attribute("axis", 1L));
            at = "x" + i;
        }
        refused(doubling.node("Identity", at, "actions"), "needs more than 33554432 numbers");
    }

    @Test
    void namesMemoriesThatAreNotAsExpected() {
        final String inputs = "obs,w,r,b,,h,c";
        Imports.read(lstm(inputs).model());
        refused(lstm("obs,w,r,b"), "gets no state from an input: the model would forget between two calls");
        refused(lstm("obs,w,r,b,,zero,zero"), "gets no state from an input");
        refused(lstm("obs,w,r,b,,h"), "gets no state from an input");
        refused(lstm("obs,w,r,b,lengths,h,c"), "sequence lengths");
        refused(lstm("obs,w,r,b,,h,c,zero"), "peepholes");
        refused(lstm("obs,r,r,b,,h,c"), "weights whose shapes disagree");
        refused(lstm("obs,w,w,b,,h,c"), "weights whose shapes disagree");
        refused(lstm("obs,w,r,zero,,h,c"), "a bias of 2 values, expected 16");
        refused(lstm(inputs, attribute("direction", "reverse")), "a direction other than forward");
        refused(lstm(inputs, attribute("clip", 1f)), "has clip");
        refused(lstm(inputs, attribute("input_forget", 1L)), "input_forget");
        refused(
                lstm(inputs, attribute("activations", new String[] {"Relu", "Tanh", "Tanh"})),
                "activations other than Sigmoid, Tanh, Tanh");
        refused(
                new ModelWriter()
                        .input("obs", 1, 1, 4)
                        .input("h", 1, 1, 2)
                        .random("w", 1, 6, 4)
                        .random("r", 1, 6, 2)
                        .node("GRU", "obs,w,r,,,h", "actions")
                        .output("actions", 1, 1, 1, 2),
                "input 'h' is a state of node GRU 'gru_actions', but no output gives its next value");
    }

    @Test
    void namesTensorsThatAreDamaged() {
        refused(
                start().initializer(ModelWriter.tensor("t", true, new float[3], 4))
                        .node("Add", "obs,t", "actions"),
                "tensor 't' has 3 numbers, its shape needs 4");
        refused(
                start().initializer(ModelWriter.tensor("t", false, new float[3], 1L << 31, 1L << 31)),
                "tensor 't' has the shape");
        refused(
                start().initializer(ModelWriter.tensor("t", false, new float[3], 1 << 30, 1 << 30)),
                "its shape needs 2147483647");
        refused(start().initializer(ModelWriter.tensor("t", false, new float[3], -3)), "tensor 't' has the shape [-3]");
        refused(
                start().initializer(ModelWriter.tensor("t", false, new float[1], 1, 1, 1, 1, 1, 1, 1, 1, 1)),
                "tensor 't' has 9 dimensions");
        refused(start().constant("t", new float[] {Float.NaN}, 1), "tensor 't' value 0 is NaN");
        refused(start().random("w", 1), "two initializers have the name 'w'");
    }

    @Test
    void refusesWhatIsNoModel() {
        assertTrue(refusal(new byte[0]).contains("this is no ONNX model"));
        assertTrue(refusal("a text, not a model".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .contains("this is no ONNX model"));
        final ModelWriter many = start();
        for (int i = 0; i <= OnnxReader.NODES_MAX; i++) {
            many.node("Identity", "obs", "actions");
        }
        refused(many, "more than 1000 nodes");
    }

    @Tag("slow")
    @Test
    void nothingButTheDeclaredExceptionComesOutOfDamage() {
        final byte[][] originals = new byte[GRAPHS][];
        originals[0] = ModelWriter.recurrent("LSTM", 3, 2, 2).model();
        for (int i = 1; i < originals.length; i++) {
            originals[i] = RandomGraph.model(i);
        }
        final SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        for (int i = 0; i < DAMAGED; i++) {
            byte[] bytes = originals[i % GRAPHS].clone();
            for (int k = 1 + random.nextInt(3); k > 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(8) == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            try {
                Imports.read(bytes);
            } catch (final BundleException e) {
                refused++;
            } catch (final RuntimeException | Error e) {
                throw new AssertionError("damage " + i + ": " + HexFormat.of().formatHex(bytes), e);
            }
        }
        assertTrue(refused > DAMAGED / 3, "refused only " + refused);
    }
}
