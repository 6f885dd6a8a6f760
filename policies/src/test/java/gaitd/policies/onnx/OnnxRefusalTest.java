package gaitd.policies.onnx;

import static gaitd.policies.onnx.ModelWriter.attribute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxRefusalTest {
    private static final int DAMAGED = 100_000;
    private static final long SEED = 20_261_121;

    private static String refusal(final byte[] model) {
        final String line = assertThrows(BundleException.class, () -> OnnxImport.read(model))
                .getMessage();
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
                .wholes("lengths", 1)
                .node("LSTM", inputs, "actions", attributes)
                .output("actions", 1, 1, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Conv", "LayerNormalization", "Clip", "Softmax", "Concat", "Gather"})
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
    void namesBranches() {
        refused(
                start().node("Gemm", "obs,w,b", "x").node("Sigmoid", "x", "s").node("Mul", "x,s", "actions"),
                "node Mul 'mul_actions' has input 'x', expected a constant: branches are not supported");
        refused(
                start().node("Gemm", "obs,w,b", "x")
                        .node("Gemm", "obs,w,b", "y")
                        .node("Add", "x,y", "actions"),
                "node Gemm 'gemm_y' uses 'obs', which is not the end of the chain");
        refused(start().node("Mul", "obs,obs", "actions"), "branches are not supported");
        refused(start().node("Sub", "b,obs", "actions"), "the chain as another input than the first");
    }

    @Test
    void namesInputsAndOutputsThatDoNotFit() {
        refused(start().input("more", 1, 4).node("Gemm", "obs,w,b", "actions"), "two inputs, 'obs' and 'more'");
        refused(start().output("more", 1, 4).node("Gemm", "obs,w,b", "actions"), "output 'more' is neither");
        refused(start().node("Gemm", "obs,w,b", "x"), "output 'actions' is neither the end of the chain, 'x'");
        refused(new ModelWriter().random("w", 4, 3).node("Relu", "w", "actions"), "the model has no input");
        refused(
                new ModelWriter().input("obs", 1, 4).random("w", 4, 3).node("MatMul", "obs,w", "x"),
                "the chain ends at 'x', which is no output");
        refused(start().node("Relu", "obs", "actions"), "the size of the input is not known");
        refused(start().node("Identity", "obs", "actions"), "the graph has no layer with weights");
    }

    @Test
    void namesLayersThatWorkOnRows() {
        refused(
                new ModelWriter()
                        .input("obs", 1, 8)
                        .random("w", 4, 3)
                        .wholes("shape", 2, 4)
                        .node("Reshape", "obs,shape", "rows")
                        .node("MatMul", "rows,w", "actions")
                        .output("actions", 2, 3),
                "'obs' has 8 values in the model, the layers take 4");
    }

    @Test
    void namesAttributesThatChangeTheResult() {
        refused(start().node("Gemm", "obs,w,b", "actions", attribute("alpha", 2f)), "has alpha 2.0, expected 1");
        refused(start().node("Gemm", "obs,w,b", "actions", attribute("beta", 0f)), "has beta 0.0, expected 1");
        refused(start().node("Gemm", "obs,w,b", "actions", attribute("transA", 1L)), "has transA, expected 0");
        refused(
                start().node("Gemm", "obs,w,b", "x").node("Elu", "x", "actions", attribute("alpha", 0.5f)),
                "has alpha 0.5, expected 1");
        refused(
                start().node("Gemm", "obs,w,b", "x").node("Cast", "x", "actions", attribute("to", 7L)),
                "has to=7, expected float");
        refused(start().random("long", 5).node("Gemm", "obs,w,long", "actions"), "a bias of 5 values, expected 3");
        refused(start().node("MatMul", "obs,b", "actions"), "constant 'b' with 1 dimensions, expected 2");
        refused(start().random("matrix", 4, 4).node("Add", "obs,matrix", "actions"), "'matrix', which is no vector");
        refused(start().wholes("n", 4).node("Add", "obs,n", "actions"), "'n', which is not of type float");
        refused(start().constant("none", new float[] {0}, 1).node("Div", "obs,none", "actions"), "zero to divide by");
        refused(
                start().node("Gemm", "obs,w,b", "x").random("five", 5).node("Add", "x,five", "actions"),
                "a constant has 5 values, there are 3");
        refused(
                start().node("Gemm", "obs,w,b", "x").node("Gemm", "x,w,b", "actions"),
                "a layer takes 4 values, there are 3");
        refused(start().node("Add", "obs,w,b", "actions"), "3 inputs, expected 2");
        refused(start().node("Relu", "obs", ""), "the size of the input is not known");
        refused(start().node("Identity", "obs", ""), "has no first output");
    }

    @Test
    void namesMemoriesThatAreNotAsExpected() {
        final String inputs = "obs,w,r,b,,h,c";
        OnnxImport.read(lstm(inputs).model());
        refused(lstm("obs,w,r,b"), "no initial state from an input: the model would forget between two calls");
        refused(lstm("obs,w,r,b,,zero,zero"), "no initial state from an input");
        refused(lstm("obs,w,r,b,,h"), "no initial cell state");
        refused(lstm("obs,w,r,b,lengths,h,c"), "sequence lengths");
        refused(lstm("obs,w,r,b,,h,c,zero"), "peepholes");
        refused(lstm("obs,r,r,b,,h,c"), "'obs' has 4 values in the model, the layers take 2");
        refused(lstm("obs,w,w,b,,h,c"), "weights whose shapes disagree");
        refused(lstm("obs,w,r,zero,,h,c"), "a bias of 2 values");
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
                "linear_before_reset 0, expected 1");
        refused(
                new ModelWriter()
                        .input("obs", 1, 1, 4)
                        .input("h", 1, 1, 2)
                        .random("w", 1, 6, 4)
                        .random("r", 1, 6, 2)
                        .node("Relu", "h", "h2")
                        .node("GRU", "obs,w,r,,,h2", "actions", attribute("linear_before_reset", 1L))
                        .output("actions", 1, 1, 1, 2),
                "node Relu 'relu_h2' computes with a memory's state");
    }

    @Test
    void namesStatesThatAreMadeOfConstants() {
        refused(
                new ModelWriter()
                        .input("obs", 1, 1, 4)
                        .random("w", 1, 6, 4)
                        .random("r", 1, 6, 2)
                        .wholes("shape", 1, 1, 2)
                        .node("ConstantOfShape", "shape", "h")
                        .node("GRU", "obs,w,r,,,h", "actions", attribute("linear_before_reset", 1L))
                        .output("actions", 1, 1, 1, 2),
                "makes a constant state: the model would forget between two calls");
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
        final byte[] original = ModelWriter.recurrent("LSTM", 3, 2, 2).model();
        final SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        for (int i = 0; i < DAMAGED; i++) {
            byte[] bytes = original.clone();
            for (int k = 1 + random.nextInt(3); k > 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(8) == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            try {
                OnnxImport.read(bytes);
            } catch (final BundleException e) {
                refused++;
            } catch (final RuntimeException e) {
                throw new AssertionError("damage " + i + ": " + HexFormat.of().formatHex(bytes), e);
            }
        }
        assertTrue(refused > DAMAGED / 3, "refused only " + refused);
    }
}
