package gaitd.robot.view;

import com.fasterxml.jackson.core.JsonGenerator;
import gaitd.hal.A1;
import java.io.IOException;
import java.util.function.IntToDoubleFunction;

/** The robot model for the page: the A1's constants, as JSON. */
final class ModelJson {
    private static final String[] LEGS = {"FR", "FL", "RR", "RL"};

    private ModelJson() {}

    /**
     * The model.
     *
     * @return JSON in UTF-8; lengths in m, angles in rad
     */
    static byte[] text() {
        return Json.object(out -> {
            out.writeStringField("robot", "Unitree A1");
            Json.number(out, "hipXM", A1.HIP_X_M);
            Json.number(out, "hipYM", A1.HIP_Y_M);
            Json.number(out, "abductionM", A1.ABDUCTION_M);
            Json.number(out, "thighM", A1.THIGH_M);
            Json.number(out, "calfM", A1.CALF_M);
            Json.number(out, "footRadiusM", A1.FOOT_RADIUS_M);
            out.writeArrayFieldStart("legs");
            for (int leg = 0; leg < A1.LEGS; leg++) {
                out.writeStartObject();
                out.writeStringField("name", LEGS[leg]);
                out.writeNumberField("front", A1.frontSign(leg));
                out.writeNumberField("side", A1.sideSign(leg));
                out.writeEndObject();
            }
            out.writeEndArray();
            joints(out, "minRad", A1::positionMinRad);
            joints(out, "maxRad", A1::positionMaxRad);
            out.writeNumberField("percentileWindowS", SlidingPercentiles.WINDOW_S);
        });
    }

    private static void joints(final JsonGenerator out, final String name, final IntToDoubleFunction value)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            Json.number(out, value.applyAsDouble(joint));
        }
        out.writeEndArray();
    }
}
