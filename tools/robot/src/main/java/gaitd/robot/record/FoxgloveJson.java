package gaitd.robot.record;

import gaitd.hal.A1;
import gaitd.maths.Trig;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.nio.charset.StandardCharsets;

/** Messages that Foxglove's panels show as they are, as JSON. Used by one thread. */
final class FoxgloveJson {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final double MICRO = 1e6;

    private final StringBuilder text = new StringBuilder();

    /** {@code foxglove.FrameTransforms}: the trunk in the world by odometry, the legs' links by their joints. */
    byte[] transforms(final TickFrame frame, final long timeNs) {
        text.setLength(0);
        text.append("{\"transforms\":[");
        begin(timeNs, "world", "trunk");
        vector(frame.real(TickField.POSITION, 0), frame.real(TickField.POSITION, 1), frame.real(TickField.POSITION, 2));
        rotation(
                frame.real(TickField.QUATERNION, 1),
                frame.real(TickField.QUATERNION, 2),
                frame.real(TickField.QUATERNION, 3),
                frame.real(TickField.QUATERNION, 0));
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            text.append(',');
            link(frame, timeNs, joint);
        }
        return end("]}");
    }

    private void link(final TickFrame frame, final long timeNs, final int joint) {
        final int leg = joint / A1.JOINTS_PER_LEG;
        final String name = A1.legName(leg);
        final double sine = Trig.sin(frame.real(TickField.Q, joint) / 2);
        final double cosine = Trig.cos(frame.real(TickField.Q, joint) / 2);
        switch (joint % A1.JOINTS_PER_LEG) {
            case A1.HIP -> {
                begin(timeNs, "trunk", name + "_hip");
                vector(A1.frontSign(leg) * A1.HIP_X_M, A1.sideSign(leg) * A1.HIP_Y_M, 0);
                rotation(sine, 0, 0, cosine);
            }
            case A1.THIGH -> {
                begin(timeNs, name + "_hip", name + "_thigh");
                vector(0, A1.sideSign(leg) * A1.ABDUCTION_M, 0);
                rotation(0, sine, 0, cosine);
            }
            default -> {
                begin(timeNs, name + "_thigh", name + "_calf");
                vector(0, 0, -A1.THIGH_M);
                rotation(0, sine, 0, cosine);
            }
        }
    }

    /** {@code foxglove.PoseInFrame}: the trunk in the world. */
    byte[] pose(final TickFrame frame, final long timeNs) {
        text.setLength(0);
        time(timeNs).append(",\"frame_id\":\"world\",\"pose\":{\"position\":");
        xyz(frame.real(TickField.POSITION, 0), frame.real(TickField.POSITION, 1), frame.real(TickField.POSITION, 2));
        text.append('}').append(",\"orientation\":");
        xyz(
                frame.real(TickField.QUATERNION, 1),
                frame.real(TickField.QUATERNION, 2),
                frame.real(TickField.QUATERNION, 3));
        text.append(",\"w\":");
        number(frame.real(TickField.QUATERNION, 0));
        return end("}}}");
    }

    /** {@code foxglove.Log}. */
    byte[] log(final long timeNs, final int level, final String message) {
        text.setLength(0);
        time(timeNs).append(",\"level\":").append(level).append(",\"message\":\"");
        for (int i = 0; i < message.length(); i++) {
            final char letter = message.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\');
            }
            text.append(letter < ' ' ? ' ' : letter);
        }
        return end("\",\"name\":\"gaitd\",\"file\":\"\",\"line\":0}");
    }

    private byte[] end(final String last) {
        return text.append(last).toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder time(final long ns) {
        return text.append("{\"timestamp\":{\"sec\":")
                .append(ns / NS_PER_S)
                .append(",\"nsec\":")
                .append(ns % NS_PER_S)
                .append('}');
    }

    private void begin(final long timeNs, final String parent, final String child) {
        time(timeNs)
                .append(",\"parent_frame_id\":\"")
                .append(parent)
                .append("\",\"child_frame_id\":\"")
                .append(child)
                .append('"');
    }

    private void vector(final double x, final double y, final double z) {
        text.append(",\"translation\":");
        xyz(x, y, z);
        text.append('}');
    }

    private void rotation(final double x, final double y, final double z, final double w) {
        text.append(",\"rotation\":");
        xyz(x, y, z);
        text.append(",\"w\":");
        number(w);
        text.append("}}");
    }

    private void xyz(final double x, final double y, final double z) {
        text.append("{\"x\":");
        number(x);
        text.append(",\"y\":");
        number(y);
        text.append(",\"z\":");
        number(z);
    }

    /** Six places behind the point; what is no number becomes 0, since JSON has none. */
    private void number(final double value) {
        text.append(Double.isFinite(value) ? Math.rint(value * MICRO) / MICRO : 0);
    }
}
