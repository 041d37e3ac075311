package org.aurora.gateway.client;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import org.aurora.gateway.testing.RunningGateway;

/** OpenAI's own client for Java as its users set it up: a base URL and a key, nothing else. */
final class OpenAiJava {
    private OpenAiJava() {}

    static OpenAIClient of(RunningGateway gateway) {
        return configured(gateway).build();
    }

    static OpenAIOkHttpClient.Builder configured(RunningGateway gateway) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(gateway.uri("/v1").toString())
                .apiKey(RunningGateway.MASTER_KEY)
                .sleeper(new RecordedSleeps());
    }

    static ChatCompletionCreateParams greeting(String model) {
        return ChatCompletionCreateParams.builder()
                .model(model)
                .addUserMessage("Say hello.")
                .build();
    }
}
