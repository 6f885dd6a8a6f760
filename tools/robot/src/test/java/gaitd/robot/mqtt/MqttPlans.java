package gaitd.robot.mqtt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;

/** Plans of tests. */
final class MqttPlans {
    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private MqttPlans() {}

    static MqttPlan to(final String url) {
        return to(url, null, null, null);
    }

    static MqttPlan to(final String url, final String user, final String password, final BrokerPlan.TlsFiles tls) {
        return new MqttPlan(
                new BrokerPlan(url, user, password == null ? null : password.getBytes(StandardCharsets.UTF_8), tls),
                "a1-07",
                "yard",
                1,
                Path.of("buffer"),
                1 << 20,
                EnumSet.of(BrokerCommand.Kind.STOP, BrokerCommand.Kind.SIT, BrokerCommand.Kind.WALK),
                KEY,
                5,
                null);
    }
}
