package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.access.AccessDecision;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.access.AccessStep;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.resolve.Candidate;
import org.aurora.gateway.resolve.ExplainedCandidate;
import org.aurora.gateway.resolve.Explanation;
import org.aurora.gateway.resolve.Snapshot;

/** The trace of a decision as the admin API shows it. */
final class ExplanationJson {
    private ExplanationJson() {}

    static void write(JsonGenerator json, Explanation explanation, Snapshot snapshot, List<String> warnings)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("status", explanation.status());
        json.writeStringField("code", explanation.code().map(ErrorCode::code).orElse(null));
        json.writeStringField("original_model", explanation.originalModel());
        SettingView.writeStrings(json, "alias_chain", explanation.aliasChain());
        json.writeArrayFieldStart("candidates");
        for (ExplainedCandidate candidate : explanation.candidates()) {
            writeCandidate(json, candidate);
        }
        json.writeEndArray();
        json.writeFieldName("target");
        writeModel(json, explanation.target());
        json.writeStringField("decided_by", explanation.decidedBy().orElse(null));
        writeSteps(json, explanation.considered());
        json.writeBooleanField("listed", explanation.listed());
        json.writeFieldName("price");
        PriceViewJson.writePrice(
                json,
                explanation.target().map(snapshot.pricing()::effective),
                snapshot.pricing().currency());
        json.writeNumberField("generation", explanation.generation());
        SettingView.writeStrings(json, "warnings", warnings);
        json.writeEndObject();
    }

    private static void writeCandidate(JsonGenerator json, ExplainedCandidate explained) throws IOException {
        Candidate candidate = explained.judged().candidate();
        AccessDecision access = explained.judged().access();
        json.writeStartObject();
        json.writeStringField("selector", candidate.selector());
        SettingView.writeStrings(json, "alias_chain", candidate.aliasChain());
        json.writeFieldName("model");
        writeModel(json, candidate.model());
        json.writeBooleanField("known", candidate.known());
        json.writeStringField(
                "struck_out", explained.judged().strike().map(SettingView::word).orElse(null));
        json.writeBooleanField("allowed", access.allowed());
        json.writeStringField("decided_by", access.decidedBy());
        json.writeStringField("reason", access.reason());
        writeSteps(json, explained.access().steps());
        json.writeEndObject();
    }

    private static void writeModel(JsonGenerator json, Optional<ProviderModel> model) throws IOException {
        if (model.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("provider", model.get().provider());
        json.writeStringField("model", model.get().model());
        json.writeEndObject();
    }

    private static void writeSteps(JsonGenerator json, List<AccessStep> steps) throws IOException {
        json.writeArrayFieldStart("considered");
        for (AccessStep step : steps) {
            json.writeStartObject();
            json.writeStringField("name", step.name());
            json.writeStringField("subject", SettingView.word(step.subject()));
            json.writeBooleanField("allowed", step.decision().allowed());
            json.writeStringField("decided_by", step.decision().decidedBy());
            json.writeStringField("reason", step.decision().reason());
            json.writeArrayFieldStart("rules");
            for (AccessRule rule : step.rules()) {
                json.writeStartObject();
                json.writeStringField("selector", rule.selector());
                json.writeBooleanField("enabled", rule.enabled());
                RuleViewJson.writePaths(json, rule.userPaths());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
