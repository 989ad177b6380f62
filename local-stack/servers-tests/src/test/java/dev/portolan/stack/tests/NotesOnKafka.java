package dev.portolan.stack.tests;

import dev.portolan.stack.tests.Notes.NotesOnServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

record NotesOnKafka(String bootstrapServers) implements NotesOnServer {
  private static final TopicPartition NOTES = new TopicPartition("notes", 0);

  @Override
  public void write(String note) throws Exception {
    try (Admin admin = Admin.create(settings())) {
      if (!admin.listTopics().names().get().contains(NOTES.topic())) {
        admin.createTopics(List.of(new NewTopic(NOTES.topic(), 1, (short) 1))).all().get();
      }
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(NOTES.topic(), note)).get();
    }
  }

  @Override
  public Set<String> all() {
    Set<String> notes = new HashSet<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(NOTES));
      consumer.seekToBeginning(List.of(NOTES));
      long end = consumer.endOffsets(List.of(NOTES)).getOrDefault(NOTES, 0L);
      while (consumer.position(NOTES) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> notes.add(record.value()));
      }
    }
    return notes;
  }

  private Map<String, Object> settings() {
    return Map.of("bootstrap.servers", bootstrapServers);
  }
}
