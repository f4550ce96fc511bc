package tldops.store.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/// Members have options since, and what a stored address is asked about is a list of commands.
public final class V7__Documents extends BaseJavaMigration {
    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public void migrate(Context house) throws SQLException, IOException {
        rewrite(house.getConnection(), "member", "turn", V7__Documents::member);
        rewrite(house.getConnection(), "cases", "number", V7__Documents::action);
    }

    private static void member(ObjectNode member) {
        member.putObject("options").put("digest", false).putNull("away");
        member.put("unconfirmed", false);
    }

    /// What can be undone holds members too, and since then also what was changed, and on how much proof.
    private static void undo(ObjectNode undo) {
        undo.get("removed").forEach(removed -> member((ObjectNode) removed));
        undo.putArray("changed");
        undo.put("provisional", true);
    }

    private static void action(ObjectNode matter) {
        if (matter.path("stage").path("undo") instanceof ObjectNode undo) undo(undo);
        if (!matter.path("matter").path("type").asText().equals("MemberAction")) return;
        ObjectNode action = (ObjectNode) matter.get("matter");
        JsonNode tlds = action.remove("tlds");
        boolean password = action.remove("action").asText().equals("PASSWORD");
        ArrayNode commands = action.putArray("commands");
        ObjectNode command = commands.addObject().put("type", password ? "Password" : "Who");
        if (!password) command.putNull("password").set("tlds", tlds);
    }

    private void rewrite(Connection database, String table, String key, Consumer<ObjectNode> change) throws SQLException, IOException {
        Map<Long, String> changed = new LinkedHashMap<>();
        try (Statement all = database.createStatement(); ResultSet rows = all.executeQuery("select " + key + ", document from " + table)) {
            while (rows.next()) {
                ObjectNode document = (ObjectNode) json.readTree(rows.getString(2));
                change.accept(document);
                changed.put(rows.getLong(1), json.writeValueAsString(document));
            }
        }
        try (PreparedStatement update = database.prepareStatement("update " + table + " set document = ? where " + key + " = ?")) {
            for (Map.Entry<Long, String> row : changed.entrySet()) {
                update.setString(1, row.getValue());
                update.setLong(2, row.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
