package gaitd.robot.record;

import gaitd.hal.A1;
import java.util.Locale;

/** The robot's links, joints and limits as URDF, drawn as boxes and spheres. */
final class A1Urdf {
    private A1Urdf() {}

    static String text() {
        final StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<robot name=\"a1\">\n");
        box(text, "trunk", 0.267, 0.194, 0.114, 0);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final String name = A1.legName(leg);
            box(text, name + "_hip", 0.06, 0.06, 0.06, 0);
            box(text, name + "_thigh", 0.034, 0.025, A1.THIGH_M, -A1.THIGH_M / 2);
            box(text, name + "_calf", 0.016, 0.016, A1.CALF_M, -A1.CALF_M / 2);
            sphere(text, name + "_foot");
            joint(text, leg, A1.HIP, "trunk", "_hip", A1.frontSign(leg) * A1.HIP_X_M, A1.sideSign(leg) * A1.HIP_Y_M, 0);
            joint(text, leg, A1.THIGH, name + "_hip", "_thigh", 0, A1.sideSign(leg) * A1.ABDUCTION_M, 0);
            joint(text, leg, A1.CALF, name + "_thigh", "_calf", 0, 0, -A1.THIGH_M);
            text.append(String.format(
                    Locale.ROOT,
                    "  <joint name=\"%s_foot\" type=\"fixed\"><parent link=\"%s_calf\"/><child link=\"%s_foot\"/>"
                            + "<origin xyz=\"0 0 %s\"/></joint>%n",
                    name,
                    name,
                    name,
                    -A1.CALF_M));
        }
        return text.append("</robot>\n").toString();
    }

    private static void box(
            final StringBuilder text,
            final String link,
            final double x,
            final double y,
            final double z,
            final double at) {
        text.append(String.format(
                Locale.ROOT,
                "  <link name=\"%s\"><visual><origin xyz=\"0 0 %s\"/><geometry><box size=\"%s %s %s\"/></geometry></visual></link>%n",
                link,
                at,
                x,
                y,
                z));
    }

    private static void sphere(final StringBuilder text, final String link) {
        text.append(String.format(
                Locale.ROOT,
                "  <link name=\"%s\"><visual><geometry><sphere radius=\"%s\"/></geometry></visual></link>%n",
                link,
                A1.FOOT_RADIUS_M));
    }

    private static void joint(
            final StringBuilder text,
            final int leg,
            final int which,
            final String parent,
            final String child,
            final double x,
            final double y,
            final double z) {
        final int joint = A1.JOINTS_PER_LEG * leg + which;
        text.append(String.format(
                Locale.ROOT,
                "  <joint name=\"%s\" type=\"revolute\"><parent link=\"%s\"/><child link=\"%s\"/><origin xyz=\"%s %s %s\"/>"
                        + "<axis xyz=\"%s\"/><limit lower=\"%s\" upper=\"%s\" effort=\"%s\" velocity=\"%s\"/></joint>%n",
                A1.jointName(joint),
                parent,
                A1.legName(leg) + child,
                x,
                y,
                z,
                which == A1.HIP ? "1 0 0" : "0 1 0",
                A1.positionMinRad(joint),
                A1.positionMaxRad(joint),
                A1.TORQUE_MAX_NM,
                A1.SPEED_MAX_RAD_S));
    }
}
