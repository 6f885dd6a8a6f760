package gaitd.robot.companion;

import gaitd.robot.foxglove.FoxgloveAgent;
import gaitd.robot.metrics.MetricsAgent;
import gaitd.robot.mqtt.MqttAgent;
import gaitd.robot.record.RecordThread;

/** Metrics of what runs in a companion; what does not run has none. */
final class CompanionMetrics {
    private final MetricsAgent metrics;

    CompanionMetrics(final MetricsAgent metrics) {
        this.metrics = metrics;
    }

    CompanionMetrics recorder(final RecordThread recorder) {
        if (recorder != null) {
            metrics.counter(
                    "gaitd_recorder_bytes",
                    "Bytes recorded",
                    () -> recorder.progress().bytes());
            metrics.counter(
                    "gaitd_recorder_frames",
                    "Frames recorded",
                    () -> recorder.progress().frames());
            metrics.counter(
                    "gaitd_recorder_frames_lost",
                    "Frames that were overwritten before they were recorded",
                    () -> recorder.progress().lost());
            metrics.counter(
                    "gaitd_recorder_frames_unrecorded",
                    "Frames since the recording ended, for want of room or by an error",
                    () -> recorder.progress().unrecorded());
        }
        return this;
    }

    CompanionMetrics broker(final MqttAgent broker) {
        if (broker != null) {
            metrics.gauge("gaitd_mqtt_connected", "1 when the broker is connected", () -> broker.isConnected() ? 1 : 0);
            metrics.gauge("gaitd_mqtt_waiting_bytes", "Bytes of events that wait for the broker", broker::waitingBytes);
            metrics.counter("gaitd_mqtt_dropped", "Telemetry messages dropped", broker::dropped);
            metrics.counter("gaitd_mqtt_events_lost", "Events and answers lost for want of room", broker::lost);
        }
        return this;
    }

    CompanionMetrics foxglove(final FoxgloveAgent server) {
        if (server != null) {
            metrics.gauge("gaitd_foxglove_clients", "Clients connected", server::clients);
            metrics.counter("gaitd_foxglove_dropped", "Messages dropped since a client was too slow", server::dropped);
        }
        return this;
    }
}
