package tldops;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// `log.format = json`: each line one JSON object; of a decision every part is a field of its own, a stack is text inside.
public final class JsonLog extends EncoderBase<ILoggingEvent> {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(400);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", event.getInstant().toString());
            json.writeStringField("level", event.getLevel().toString());
            json.writeStringField("logger", event.getLoggerName());
            json.writeStringField("message", event.getFormattedMessage());
            Object[] said = Optional.ofNullable(event.getArgumentArray()).orElse(new Object[0]);
            if (said.length > 0 && said[0] instanceof Said decision) decision(json, decision);
            if (event.getThrowableProxy() != null) json.writeStringField("stack", ThrowableProxyUtil.asString(event.getThrowableProxy()));
            json.writeEndObject();
        } catch (IOException impossible) {
            return "{\"message\":\"a line of the log could not be written\"}\n".getBytes(StandardCharsets.UTF_8);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void decision(JsonGenerator json, Said decision) throws IOException {
        for (Map.Entry<String, String> field : decision.fields().entrySet()) {
            if (field.getKey().equals("inbox")) json.writeNumberField("inbox", Long.parseLong(field.getValue()));
            else json.writeStringField(field.getKey(), field.getValue());
        }
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
