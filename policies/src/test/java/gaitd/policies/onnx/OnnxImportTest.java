package gaitd.policies.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same models by this program and by onnxruntime. */
class OnnxImportTest {
    private static final int STEPS = 20;
    private static final double TOLERANCE = 1e-5;

    private static void compare(final ModelWriter writer) throws OrtException {
        assertEquals(0, Reference.worst(writer.model(), STEPS, 29), TOLERANCE);
    }

    @Test
    void anActorOfGemmAndElu() throws OrtException {
        compare(ModelWriter.actor(48, 256, 128, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "GRU"})
    void aRecurrentActor(final String type) throws OrtException {
        compare(ModelWriter.recurrent(type, 9, 16, 5));
    }

    @Test
    void matMulAddAndNormalisation() throws OrtException {
        final ModelWriter writer = new ModelWriter().input("obs", -1, 6);
        writer.random("mean", 1, 6).constant("deviation", new float[] {1, 2, 0.5f, 4, 3, 0.1f}, 6);
        writer.random("w0", 6, 8).random("b0", 8).random("w1", 8, 3);
        writer.constant("half", new float[] {0.5f}).random("gain", 3);
        writer.node("Sub", "obs,mean", "centred").node("Div", "centred,deviation", "normal");
        writer.node("MatMul", "normal,w0", "m0").node("Add", "b0,m0", "a0").node("Tanh", "a0", "t0");
        writer.node("MatMul", "t0,w1", "m1").node("Mul", "m1,gain", "g").node("Mul", "half,g", "h");
        writer.node("Tanh", "h", "t1").node("Mul", "t1,gain", "scaled").node("Add", "scaled,gain", "actions");
        compare(writer.output("actions", -1, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Relu", "Tanh", "Sigmoid", "Softplus", "Elu"})
    void everyActivation(final String type) throws OrtException {
        final ModelWriter writer =
                new ModelWriter().input("obs", 1, 4).random("w", 4, 7).random("b", 1, 7);
        writer.node("Gemm", "obs,w,b", "x").node(type, "x", "actions");
        compare(writer.output("actions", 1, 7));
    }

    @Test
    void shapesAndConstantsOfNoConsequence() throws OrtException {
        final ModelWriter writer =
                new ModelWriter().input("obs", 1, 4).random("w", 4, 3).wholes("flat", 1, -1);
        writer.node("Flatten", "obs", "f").node("Identity", "f", "i").node("Reshape", "i,flat", "r");
        writer.node("Cast", "r", "c", ModelWriter.attribute("to", 1L));
        writer.node(
                "Constant",
                "",
                "two",
                ModelWriter.attribute("value", ModelWriter.tensor("", true, new float[] {2}, 1)));
        writer.node("Constant", "", "three", ModelWriter.attribute("value_float", 3f));
        writer.node("MatMul", "c,w", "m").node("Mul", "m,two", "d").node("Add", "d,three", "actions");
        compare(writer.output("actions", 1, 3));
    }

    @Test
    void twoMemoriesThatShareOneStateInput() throws OrtException {
        final ModelWriter writer = new ModelWriter().input("obs", 1, 5).input("h_in", 1, 1, 8);
        writer.wholes("axis0", 0).wholes("axis1", 1).wholes("axis2", 2);
        writer.wholes("zero", 0).wholes("four", 4).wholes("eight", 8);
        writer.random("w0", 1, 12, 5).random("r0", 1, 12, 4).random("b0", 1, 24);
        writer.random("w1", 1, 12, 4).random("r1", 1, 12, 4).random("b1", 1, 24);
        writer.node("Unsqueeze", "obs,axis0", "s").node("Slice", "h_in,zero,four,axis2", "h0");
        writer.node("Slice", "h_in,four,eight,axis2", "h1");
        final byte[][] attributes = {
            ModelWriter.attribute("hidden_size", 4L),
            ModelWriter.attribute("linear_before_reset", 1L),
            ModelWriter.attribute("direction", "forward")
        };
        writer.node("GRU", "s,w0,r0,b0,,h0", "y0,n0", attributes).node("Squeeze", "y0,axis1", "y0s");
        writer.node("GRU", "y0s,w1,r1,b1,,h1", "y1,n1", attributes).node("Squeeze", "y1,axis1", "y1s");
        writer.node("Squeeze", "y1s,axis0", "actions");
        writer.node("Concat", "n0,n1", "h_out", ModelWriter.attribute("axis", 2L));
        compare(writer.output("actions", 1, 4).output("h_out", 1, 1, 8));
    }
}
